import { describe, expect, test } from "vitest";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { renderFault, type Fault } from "@/lib/scoring";
import { checker, person, refused, sixVeins } from "../../support";

const value = (content: object) => sixVeins(person("E001", { passion: content }));

describe("a JSON file that is no JSON", () => {
  test.each([
    ["", "The file is empty."],
    ["{", "line 1, column 2: not valid JSON: it ends before it is complete."],
    [
      `{"framework": "six-veins",\n "policy": classic}`,
      'line 2, column 12 (policy): not valid JSON: “c” cannot stand here.Text must be in double quotes (").',
    ],
    [
      `{"framework":"six-veins","policy":"classic","appraisals":[{"employee":"E1","values":{"passion":{"score":NaN}}}]}`,
      "line 1, column 105 (appraisals[0].values.passion.score): not valid JSON: “N” cannot stand here. JSON does not know NaN.",
    ],
    [
      `{"framework":"six-veins","policy":"classic","appraisals":[]} x`,
      "line 1, column 62: not valid JSON: “x” cannot stand here. The object is complete before this; a file holds one object only.",
    ],
    [
      `{"framework":"six-veins",}`,
      "line 1, column 26 (framework): not valid JSON: “}” cannot stand here. There is a comma before “}”; remove it.",
    ],
    [`[1, 2]`, "The file should be one object {…} with framework, policy and appraisals."],
    [`"text"`, "The file should be one object {…} with framework, policy and appraisals."],
    [`PK\u0003\u0004`, "line 1, column 1: not valid JSON: “P” cannot stand here."],
  ])("%s", async (text, line) => {
    expect(await refused(text)).toEqual([line]);
  });

  test("one that is cut off in its middle leaves stdout empty", { timeout: 60_000 }, async () => {
    const text = JSON.stringify(
      sixVeins(...Array.from({ length: 2_000 }, (_, i) => person(`E${i}`))),
    );
    const [line] = await refused(text.slice(0, -40));
    expect(line).toContain("it ends before it is complete");
  });

  test("one in GBK is reported with its encoding", async () => {
    const gbk = Buffer.concat([
      Buffer.from(`{"framework":"six-veins","policy":"classic","appraisals":[{"employee":"`),
      Buffer.from([0xb9, 0xa4, 0xba, 0xc5]),
      Buffer.from(`","values":{}}]}`),
    ]);
    const { code, stdout, lines } = await checker(["in.json"], { files: { "in.json": gbk } });
    expect([code, stdout]).toEqual([2, ""]);
    expect(lines[0]).toContain("the text is not UTF-8; save it as UTF-8 and check again.");
  });

  test(
    "one nested without end, and one without end in width, are bounded",
    { timeout: 60_000 },
    async () => {
      const [deep] = await refused(`{"appraisals":[${"[".repeat(5_000)}`);
      expect(deep).toContain("nested too deeply for appraisals.");
      const wide = `{"framework":"six-veins","policy":"classic","appraisals":[{"employee":[${"0,".repeat(120_000)}0]}]}`;
      expect((await refused(wide))[0]).toContain("too much content in one item");
    },
  );
});

type Case = readonly [
  input: unknown,
  path: Fault["path"],
  code: Fault["code"],
  data?: Fault["data"],
];

const at = ["appraisals", 0, "values", "passion"];
const wrong = (expected: string, got: string) => ({ expected, got });
const oneCase = (change: object) =>
  value({ cases: [{ rung: 3, kind: "supports", title: "x", ...change }] });

const cases: readonly Case[] = [
  [{ ...sixVeins(), appraisals: {} }, ["appraisals"], "wrong-type", wrong("array", "object")],
  [{ ...sixVeins(), appraisals: null }, ["appraisals"], "wrong-type", wrong("array", "null")],
  [sixVeins(7), ["appraisals", 0], "wrong-type", wrong("object", "number")],
  [sixVeins({ values: {} }), ["appraisals", 0, "employee"], "missing"],
  [sixVeins({ employee: "E1" }), ["appraisals", 0, "values"], "missing"],
  [
    sixVeins({ employee: 7, values: {} }),
    ["appraisals", 0, "employee"],
    "wrong-type",
    wrong("string", "number"),
  ],
  [sixVeins({ employee: "", values: {} }), ["appraisals", 0, "employee"], "text-blank"],
  [
    sixVeins({ employee: "E".repeat(65), values: {} }),
    ["appraisals", 0, "employee"],
    "too-long",
    { max: 64 },
  ],
  [sixVeins({ employee: "E1", values: {}, grade: 7 }), ["appraisals", 0, "grade"], "unknown-key"],
  [value({ rungs: "met" }), [...at, "rungs"], "wrong-type", wrong("array", "string")],
  [
    value({ rungs: ["met", "yes"] }),
    [...at, "rungs", 1],
    "not-allowed",
    { allowed: "met, partly, unmet" },
  ],
  [value({ rungs: [1] }), [...at, "rungs", 0], "not-allowed", { allowed: "met, partly, unmet" }],
  [value({ verdicts: [] }), [...at, "verdicts"], "unknown-key"],
  [value({ score: "3.5" }), [...at, "score"], "wrong-type", wrong("number", "string")],
  [value({ score: -1 }), [...at, "score"], "too-small", { min: 0 }],
  [value({ score: 3.7 }), [...at, "score"], "not-a-step", { step: 0.5 }],
  [value({ score: 1e12 }), [...at, "score"], "too-big", { max: 20 }],
  [oneCase({ rung: 0 }), [...at, "cases", 0, "rung"], "too-small", { min: 1 }],
  [oneCase({ rung: -3 }), [...at, "cases", 0, "rung"], "too-small", { min: 1 }],
  [oneCase({ rung: 1.5 }), [...at, "cases", 0, "rung"], "not-whole"],
  [oneCase({ rung: 99 }), [...at, "cases", 0, "rung"], "too-big", { max: 20 }],
  [
    oneCase({ kind: "for" }),
    [...at, "cases", 0, "kind"],
    "not-allowed",
    { allowed: "supports, contradicts" },
  ],
  [oneCase({ title: undefined }), [...at, "cases", 0, "title"], "missing"],
  [value({ inDoubt: "yes" }), [...at, "inDoubt"], "wrong-type", wrong("boolean", "string")],
  [value({ justification: 5 }), [...at, "justification"], "wrong-type", wrong("string", "number")],
];

describe("parts that are not what belongs there, each by its path", () => {
  const faulty = cases.map(([input, path, code, data]) => {
    const fault: Fault = { path, code, ...(data === undefined ? {} : { data }) };
    return { input, fault, name: renderFault(fault, "en") };
  });

  test.each(faulty)("$name", async ({ input, fault, name }) => {
    expect(await refused(input)).toEqual([name]);
    expect(await refused(input, ["--lang", "zh"])).toEqual([renderFault(fault, "zh")]);
  });

  test("an unknown part beside the list, with a guess", async () => {
    const [line] = await refused({ ...sixVeins(), appraisal: [] });
    expect(line).toMatch(/^appraisal: .* Did you mean “appraisals”\?$/);
  });

  test("no list at all", async () => {
    const lines = await refused({ framework: "six-veins", policy: "classic" });
    expect(lines).toEqual(["appraisals: the list of appraisals is missing."]);
  });

  test("a number too large for a number", async () => {
    const text = JSON.stringify(value({ score: 77_777 })).replace("77777", "1e999");
    const fault: Fault = { path: [...at, "score"], code: "not-finite", data: { got: "Infinity" } };
    expect(await refused(text)).toEqual([renderFault(fault, "en")]);
  });

  test("a name that would hide itself", async () => {
    const sheet = `{"employee":"E1","values":{"__proto__":{}},"__proto__":{}}`;
    const text = `{"framework":"six-veins","policy":"classic","appraisals":[${sheet}],"__proto__":1}`;
    const paths = [["appraisals", 0, "values"], ["appraisals", 0], []];
    const faults = paths.map((path): Fault => ({
      path: [...path, "__proto__"],
      code: "unknown-key",
    }));
    expect(await refused(text)).toEqual(faults.map((fault) => renderFault(fault, "en")));
  });

  test("the same name twice, at any depth", async () => {
    const text = `{"framework":"six-veins","policy":"classic","appraisals":[{"employee":"E1","values":{"passion":{"score":1,"score":2}}}],"policy":"classic"}`;
    expect(await refused(text)).toEqual([
      "appraisals[0].values.passion.score: the same name is given twice in one object.",
      "policy: the same name is given twice in one object.",
    ]);
  });

  test("fifty lines, then how many more", async () => {
    const bad = Array.from({ length: 60 }, (_, index) => ({ employee: `E${index}`, value: {} }));
    const lines = await refused(sixVeins(...bad));
    expect(lines).toHaveLength(51);
    expect(lines[50]).toBe("70 more not listed.");
  });
});

describe("rules that cannot be read", () => {
  test("an unknown preset, with the known ones and a guess", async () => {
    const lines = await refused({ framework: "six-vein", policy: "clasic", appraisals: [] });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^framework: there is no preset framework “six-vein”; there are: six-veins, .*Did you mean “six-veins”\?$/,
    );
    expect(lines[1]).toMatch(
      /^policy: there is no preset policy “clasic”; there are: classic, .*Did you mean “classic”\?$/,
    );
  });

  test("missing rules and faulty appraisals are reported together", async () => {
    const lines = await refused({ appraisals: [{ employee: "E1" }] });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^framework: the framework is missing/);
    expect(lines[1]).toMatch(/^policy: the policy is missing/);
    expect(lines[2]).toMatch(/^appraisals\[0\]\.values: /);
  });

  test("a framework with a gap in its rungs", async () => {
    const [preset] = frameworkPresets;
    const framework = structuredClone(preset);
    framework?.values[1]?.rungs.splice(2, 1);
    const lines = await refused({ ...sixVeins(), framework });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^framework\.values\[1\]\.rungs\[2\]\.point: /);
    expect(lines[1]).toMatch(/^framework\.values\[1\]\.rungs\[3\]\.point: /);
  });

  test("a policy whose bands overlap, and one whose bands leave a hole", async () => {
    const policy = structuredClone(policyPresets[0]);
    const bands = (change: (from: number, index: number) => object) =>
      policy?.bands.map((band, index) => ({ ...band, ...change(band.from, index) }));
    const overlap = await refused({
      ...sixVeins(),
      policy: { ...policy, bands: bands((_, index) => (index === 1 ? { to: 56 } : {})) },
    });
    expect(overlap.some((line) => line.startsWith("policy.bands[1].to: "))).toBe(true);
    const hole = await refused({
      ...sixVeins(),
      policy: { ...policy, bands: bands((from, index) => (index === 3 ? { from: from + 2 } : {})) },
    });
    expect(hole.some((line) => line.startsWith("policy.bands[3].from: "))).toBe(true);
  });

  test("a list of values without rungs", async () => {
    const lines = await refused({ ...sixVeins(), framework: "huawei" });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^framework: .*without levels/);
  });

  test("an option that contradicts the file", async () => {
    expect(await refused(sixVeins(), ["--policy", "manual-2006"])).toEqual([
      "--policy: the option says manual-2006, the file says classic.",
    ]);
  });

  test("an option that names nothing", async () => {
    const [unknown] = await refused(sixVeins(), ["--framework", "seven-veins"]);
    expect(unknown).toMatch(/^--framework: there is no preset framework “seven-veins”/);
    const [missing] = await refused(sixVeins(), ["--policy", "ours.json"]);
    expect(missing).toBe("--policy: ours.json: no such file.");
  });
});

describe("files that cannot be opened", () => {
  test.each([
    ["nothing.json", /nothing\.json: no such file\.$/],
    ["report.pdf", /^report\.pdf: this kind of file cannot be checked/],
    ["old.xls", /^old\.xls: this is the old Excel format/],
    ["folder.json", /folder\.json: this is a folder, not a file\.$/],
  ])("%s", async (name, line) => {
    const { mkdirSync } = await import("node:fs");
    const { folder } = await import("../../support");
    const here = folder();
    if (name.startsWith("folder")) mkdirSync(`${here}/${name}`);
    const files = /pdf|xls/.test(name) ? { [name]: "x" } : {};
    const { code, stdout, lines } = await checker([name], { files, inFolder: here });
    expect([code, stdout]).toEqual([2, ""]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });
});
