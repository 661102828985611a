import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(
  new URL("../../../components/ui/styles/tokens.css", import.meta.url),
  "utf8",
);

function tokensAfter(selector: string): Map<string, string> {
  const start = css.indexOf(selector);
  const block = css.slice(start, css.indexOf("}", start));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const tones = ["jade", "amber", "rust", "indigo"];
const pairs: (readonly [string, string, number])[] = [
  ...["ink", "ink-2", ...tones].flatMap((text) =>
    ["ground", "card", "sunk"].map((ground) => [text, ground, 4.5] as const),
  ),
  ...tones.flatMap((tone) => [
    [tone, `${tone}-soft`, 4.5] as const,
    ["ink-2", `${tone}-soft`, 4.5] as const,
    ["on-tone", tone, 4.5] as const,
  ]),
  ["ink-2", "sand", 4.5],
  ["ink-2", "jade-wash", 4.5],
  ["ink-2", "amber-wash", 4.5],
  ["on-tone", "jade-strong", 4.5],
  ["edge", "card", 3],
  ["edge", "ground", 3],
];

describe.each([
  ["light", tokensAfter(":root {")],
  ["dark", tokensAfter(':root[data-theme="dark"] {')],
  ["dark by the system", tokensAfter(':root:not([data-theme="light"]) {')],
])("%s theme", (_, tokens) => {
  it.each(pairs)("%s on %s holds %f : 1", (text, ground, least) => {
    const [one, other] = [tokens.get(text), tokens.get(ground)];
    expect(one).toBeDefined();
    expect(other).toBeDefined();
    expect(contrast(one ?? "", other ?? "")).toBeGreaterThanOrEqual(least);
  });
});

it("keeps both dark lists the same", () => {
  expect(tokensAfter(':root[data-theme="dark"] {')).toEqual(
    tokensAfter(':root:not([data-theme="light"]) {'),
  );
});
