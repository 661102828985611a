import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = (locale: string) => new URL(`../../../messages/${locale}/`, import.meta.url);

function keysOf(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    keysOf(inner, path === "" ? key : `${path}.${key}`),
  );
}

function keysOfFile(locale: string, file: string): string[] {
  const parsed: unknown = JSON.parse(readFileSync(new URL(file, folder(locale)), "utf8"));
  return keysOf(parsed, "").sort();
}

describe("texts", () => {
  const files = readdirSync(folder("zh"));

  it("come in both languages", () => {
    expect(readdirSync(folder("en"))).toEqual(files);
  });

  it.each(files)("%s has the same keys in both", (file) => {
    expect(keysOfFile("en", file)).toEqual(keysOfFile("zh", file));
  });
});
