import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { MAX_BODY_BYTES, originRefusal, parseInput, readJson } from "@/lib/commands/request";
import { saveSheetValueSchema } from "@/lib/sheet/schema";
import { sheetLimits } from "@/lib/sheet/types";

const here = "https://tongguan.example";

// The environment is read at first use.
beforeAll(() => {
  process.env["APP_URL"] = here;
  process.env["DATABASE_URL"] ??= "postgresql://nobody@db.invalid/none";
  process.env["NEXTAUTH_SECRET"] ??= "x".repeat(40);
});

const schema = z.strictObject({
  text: z.string().max(10, "too_long"),
  list: z.array(z.strictObject({ word: z.string() })).max(3),
  map: z.record(z.string(), z.string()),
});
const input = (changes: object = {}) => ({ text: "a", list: [], map: {}, ...changes });
const json = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(`${here}/api/commands/x`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });

describe("an input", () => {
  test.each([
    ["a zero character", { text: "a\u0000b" }, "text"],
    ["half a character", { text: "a\ud83d" }, "text"],
    ["one deep inside", { list: [{ word: "ok" }, { word: "\u0000" }] }, "list.1.word"],
    ["a key with a zero character", { map: { "a\u0000": "b" } }, "map"],
  ])("with %s is refused at its field", (_, changes, field) => {
    expect(parseInput(schema, input(changes))).toEqual({
      ok: false,
      code: "invalid_input",
      fields: { [field]: { code: "broken_text" } },
    });
  });

  test.each(["😀 表情", "\u202e 反向", "𠮷野家", "line\nbreak\ttab"])("keeps %j", (word) => {
    expect(parseInput(schema, input({ map: { word } }))).toMatchObject({ ok: true });
  });

  test("with a name of JavaScript's own changes no prototype", () => {
    const evil: unknown = JSON.parse(
      `{"text":"a","list":[],"map":{"__proto__":{"isHrAdmin":true}}}`,
    );
    expect(parseInput(schema, evil)).toMatchObject({ ok: false, code: "invalid_input" });
    const odd = input({ map: { constructor: "a", toString: "b" } });
    expect(parseInput(schema, odd)).toMatchObject({ ok: true });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("of brackets only is refused without exhausting the stack", () => {
    const depth = 100_000;
    const nested: unknown = JSON.parse("[".repeat(depth) + "]".repeat(depth));
    expect(parseInput(schema, nested)).toMatchObject({ ok: false, code: "invalid_input" });
  });
});

describe("a body", () => {
  test.each([
    ["text/plain", { "content-type": "text/plain" }],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["something that only begins alike", { "content-type": "application/json-but-not" }],
  ])("as %s is refused", async (_, headers) => {
    expect(await readJson(json("{}", headers))).toEqual({ ok: false, code: "broken_body" });
  });

  test("with a charset is read", async () => {
    const headers = { "content-type": "application/json; charset=utf-8" };
    expect(await readJson(json(`{"a":"值"}`, headers))).toEqual({ ok: true, value: { a: "值" } });
  });

  test.each([
    ["cut short", `{"a":`],
    ["empty", ""],
    ["not UTF-8", new Uint8Array([0x22, 0xb0, 0xa1, 0x22])],
  ])("%s is refused", async (_, body) => {
    expect(await readJson(json(body))).toEqual({ ok: false, code: "broken_body" });
  });

  test("is read to the limit whatever it claims to be", async () => {
    const big = `"${"x".repeat(MAX_BODY_BYTES)}"`;
    const claimed = json(big, { "content-length": "2" });
    expect(await readJson(claimed)).toEqual({ ok: false, code: "body_too_large" });
  });
});

describe("a request", () => {
  const from = (headers: Record<string, string>) => originRefusal(json("{}", headers));
  test.each([
    ["no origin", {}],
    ["another origin", { origin: "https://evil.example" }],
    ["a sandboxed origin", { origin: "null" }],
    ["a forged host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ["a neighbouring site", { origin: here, "sec-fetch-site": "same-site" }],
    ["another scheme", { origin: here.replace("https", "http") }],
    ["a longer name", { origin: `${here}.evil.example` }],
  ])("with %s is refused", (_, headers) => {
    expect(from(headers)).toEqual({ ok: false, code: "foreign_origin" });
  });

  test.each([[{ origin: here }], [{ "sec-fetch-site": "same-origin" }]])(
    "of our own page passes: %j",
    (headers) => {
      expect(from(headers)).toBeNull();
    },
  );
});

test("a value with every field full of Chinese fits, whatever signs it is written with", async () => {
  const { title, text, beneficiary, justification, casesPerValue, rungs } = sheetLimits;
  const words = (length: number) => "字".repeat(length);
  const pair = (length: number) => "𠮷".repeat(length / 2);
  const full = (said: typeof words) => ({
    appraisalId: crypto.randomUUID(),
    version: 2_000_000_000,
    value: {
      key: "x".repeat(60),
      judgements: Object.fromEntries(
        Array.from({ length: rungs }, (_, index) => [index + 1, "partly"]),
      ),
      cases: Array.from({ length: casesPerValue }, () => ({
        id: crypto.randomUUID(),
        rung: rungs,
        kind: "contradicts",
        title: said(title),
        happenedOn: "2026-11-21",
        happened: said(text),
        action: said(text),
        outcome: said(text),
        beneficiary: said(beneficiary),
      })),
      justification: said(justification),
      inDoubt: false,
    },
  });
  for (const said of [words, pair]) {
    const body = await readJson(json(JSON.stringify(full(said))));
    expect(body.ok && saveSheetValueSchema.safeParse(body.value).success).toBe(true);
  }
});
