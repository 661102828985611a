import { describe, expect, test } from "vitest";
import { faultCodes, renderFault, renderPath, type Fault, type FaultCode } from "@/lib/scoring";
import { readFrameworkText, readPolicyText } from "@/lib/scoring/documents/read";
import { policy } from "../support";

function first(text: string) {
  const read = readPolicyText(text);
  return read.ok ? null : read.faults[0];
}

describe("JSON text", () => {
  test.each([
    ["", 1, 1],
    ["{", 1, 2],
    ['{"a": 1,}', 1, 9],
    ['{\n  "a" 1\n}', 2, 7],
    ["[1, 2", 1, 6],
    ["nul", 1, 1],
    ["01", 1, 2],
    ["1.", 1, 2],
    ["+1", 1, 1],
    ["NaN", 1, 1],
    ["{} {}", 1, 4],
    ['"\\q"', 1, 2],
    ['"\\u12"', 1, 2],
    ['"a\nb"', 1, 3],
    ['{"a": "b', 1, 9],
    ["{a: 1}", 1, 2],
    ["{: 1}", 1, 2],
    ["// comment", 1, 1],
  ])("%j is refused at line %d, column %d", (text, line, column) => {
    expect(() => void JSON.parse(text)).toThrow(SyntaxError);
    expect(first(text)).toEqual({ code: "not-json", path: [], data: { line, column } });
  });

  test("a byte-order mark, white space and escapes are read", () => {
    const json = JSON.stringify(policy("classic"), null, "\t").replace("classic", "cla\\u0073sic");
    expect(readPolicyText(`\uFEFF\r\n ${json} \n`)).toEqual({
      ok: true,
      document: policy("classic"),
    });
  });

  test("tens of thousands of repeated names behind as many lines take one walk", () => {
    const twice = '\n"a":1,'.repeat(10_000);
    const begun = performance.now();
    const read = readPolicyText(`${"\n".repeat(100_000)}{${twice}"a":1}`);
    // Counted from the start for every name, this took more than a minute.
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(read.ok ? [] : read.faults).toHaveLength(10_000);
    expect(read.ok ? null : read.faults.at(-1)?.data).toEqual({ line: 110_001, column: 7 });
  });

  test("no more pointers are followed than a document may have", () => {
    const assumed = Array.from({ length: 70 }, () => ({ path: "/nowhere", note: {} }));
    const read = readPolicyText(JSON.stringify({ ...policy("classic"), assumed }));
    const lost = read.ok ? [] : read.faults.filter(({ code }) => code === "pointer-leads-nowhere");
    expect(lost).toHaveLength(60);
  });

  test("every name given twice is refused where it stands, however it is written", () => {
    const json = '{"key": "a",\n "values": [{}, {"cap": 1, "c\\u0061p": 2}],\n "key": "b"}';
    const read = readFrameworkText(json);
    expect(read).toEqual({
      ok: false,
      faults: [
        { code: "key-repeated", path: ["values", 1, "cap"], data: { line: 2, column: 28 } },
        { code: "key-repeated", path: ["key"], data: { line: 3, column: 2 } },
      ],
    });
  });

  test("depth, length and number of parts are bounded", () => {
    expect(first("[".repeat(1_000_000))).toMatchObject({ code: "too-deep" });
    expect(first(`[${"1,".repeat(300_000)}1]`)).toMatchObject({ code: "too-large" });
    const data = { max: 10_000_000 };
    expect(first(`"${"x".repeat(9_999_999)}"`)).toEqual({ code: "too-large", path: [], data });
    expect(first(`"${"x".repeat(9_999_998)}"`)).toMatchObject({ code: "wrong-type" });
    expect(first(`"${"x".repeat(9_000_000)}"`)).toMatchObject({ code: "wrong-type" });
  });

  test.each([
    "0",
    "-0.5e+10",
    "1e5",
    "2E-3",
    '"\\ud83d\\ude00\\/\\u007f"',
    "[]",
    "{}",
    "true",
    ' [null , {"a":[]}] ',
  ])("%s is JSON, if no document", (text) => {
    expect(first(text)?.code).not.toBe("not-json");
  });
});

describe("sentences", () => {
  const data: Fault["data"] = {
    ...{ line: 2, column: 3, max: 7, min: 1, expected: "number", got: "null", allowed: "1, 2" },
    ...{ step: 0.01, above: 54, low: 46, high: 53, maxTotal: 60, from: 10, sum: 90 },
  };
  const say = (code: FaultCode, locale: "zh" | "en") =>
    renderFault({ code, path: ["values", 2, "rungs", 3, "grant"], data }, locale);

  test.each(faultCodes)("%s has one in each language, with every figure filled in", (code) => {
    expect(say(code, "zh")).toMatch(/^values\[2\]\.rungs\[3\]\.grant：.*\p{Script=Han}.*。$/u);
    expect(say(code, "en")).toMatch(/^values\[2\]\.rungs\[3\]\.grant: [^\p{Script=Han}]+\.$/u);
    for (const locale of ["zh", "en"] as const) {
      expect(say(code, locale)).not.toMatch(/undefined|NaN/);
      expect(say(code, locale)).not.toMatch(/\p{Script=Han}[0-9A-Za-z]|[0-9A-Za-z]\p{Script=Han}/u);
    }
  });

  test("no two reasons read the same", () => {
    for (const locale of ["zh", "en"] as const)
      expect(new Set(faultCodes.map((code) => say(code, locale))).size).toBe(faultCodes.length);
  });

  test.each([
    [[], ""],
    [["values", 0, "key"], "values[0].key"],
    [["values", "two words"], 'values["two words"]'],
    [["__proto__"], "__proto__"],
    [["x".repeat(60)], "x".repeat(60)],
    [["x".repeat(61)], `["${"x".repeat(60)}…"]`],
    [["-".repeat(60)], `["${"-".repeat(60)}"]`],
    [["-".repeat(61)], `["${"-".repeat(60)}…"]`],
    [['"quoted"'], String.raw`["\"quoted\""]`],
  ])("the path %j is written %s", (path, written) => {
    expect(renderPath(path)).toBe(written);
  });
});
