import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { clock } from "@/lib/clock";
import { loadMessages, packMessages } from "@/lib/i18n/messages";
import { locales } from "@/lib/i18n/locales";

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || Array.isArray(value)) && Object.values(value).every(isPlain)
  );
}

test.each(locales)("texts in %s arrive compiled, as data a browser can be sent", (locale) => {
  const messages = loadMessages(locale);
  expect(isPlain(messages)).toBe(true);
  expect(messages).toHaveProperty(["home", "quarter"], expect.any(Array));
  expect(messages).toHaveProperty(["shell", "brand"], expect.any(String));
});

describe("a text corrected while the server runs", () => {
  const brandOf = (messages: object) => JSON.stringify(messages);

  test("is read a second later, packed ones too, and nobody looks sooner", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "tongguan-messages-"));
    const file = path.join(folder, "messages/en/shell.json");
    await mkdir(path.dirname(file), { recursive: true });
    const write = async (brand: string, second: number) => {
      await writeFile(file, JSON.stringify({ brand }));
      await utimes(file, second, second);
    };
    vi.spyOn(process, "cwd").mockReturnValue(folder);
    const soon = Date.now() + 60_000;
    const now = vi.spyOn(clock, "now").mockReturnValue(new Date(soon));
    await write("Before", 1);
    expect(brandOf(loadMessages("en"))).toContain("Before");
    expect(packMessages("en", ["shell"]).json).toContain("Before");
    await write("After", 2);
    now.mockReturnValue(new Date(soon + 999));
    expect(brandOf(loadMessages("en"))).toContain("Before");
    now.mockReturnValue(new Date(soon + 1000));
    expect(brandOf(loadMessages("en"))).toContain("After");
    expect(packMessages("en", ["shell"]).json).toContain("After");
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });
});
