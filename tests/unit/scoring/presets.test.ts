import { describe, expect, test } from "vitest";
import {
  defaultFrameworkKey,
  defaultPolicyKey,
  frameworkPresets,
  policyPresets,
} from "@/lib/presets";
import { countCharacters, isScorable, maxOfFramework, type RungDefinition } from "@/lib/scoring";
import { framework, policy } from "./support";

const rungs = frameworkPresets.flatMap((preset) =>
  preset.values.flatMap((value) =>
    value.rungs.map((rung) => ({ id: `${preset.key} ${value.key} ${rung.point}`, rung })),
  ),
);

function texts({ statement, meaning, supports, breaks, halfPointAdvice }: RungDefinition) {
  return [
    statement,
    meaning,
    ...supports,
    ...breaks,
    ...(halfPointAdvice ? [halfPointAdvice] : []),
  ];
}

const failing = (holds: (rung: RungDefinition) => boolean) =>
  rungs.filter(({ rung }) => !holds(rung)).map(({ id }) => id);

describe("the frameworks that ship", () => {
  test.each([
    ["six-veins", 6, 60],
    ["six-veins-2006", 6, 60],
    ["nine-swords", 9, 90],
    ["go-getter", 3, 30],
    ["customer-checklist", 1, 14],
    ["lenovo-2001", 4, 40],
    ["psbc", 5, 0],
    ["jd", 3, 0],
    ["huawei", 4, 0],
    ["five-ones", 5, 0],
  ])("%s has %d values and %d half-points", (key, values, max) => {
    expect(framework(key).values).toHaveLength(values);
    expect(maxOfFramework(framework(key))).toBe(max);
  });

  test("keys are unique and the defaults exist and come first", () => {
    expect(new Set(frameworkPresets.map(({ key }) => key)).size).toBe(frameworkPresets.length);
    expect(frameworkPresets[0]?.key).toBe(defaultFrameworkKey);
    expect(policyPresets[0]?.key).toBe(defaultPolicyKey);
    expect([defaultFrameworkKey, defaultPolicyKey]).toEqual(["six-veins", "classic"]);
  });

  test.each([
    ["six-veins", "customer-first teamwork embrace-change integrity passion dedication"],
    ["six-veins-2006", "customer-first teamwork embrace-change integrity passion dedication"],
    [
      "nine-swords",
      "customer-first teamwork teach-and-learn quality simplicity passion open innovation focus",
    ],
    ["go-getter", "exceed-expectations better-self mutual-success"],
    ["customer-checklist", "customer-first"],
    ["lenovo-2001", "serve-customers exactness honest-sharing enterprise"],
    ["psbc", "integrity compliance prudence service innovation"],
    ["jd", "right-way customer-first only-first"],
    ["huawei", "customer-centred dedicated-people perseverance self-criticism"],
    ["five-ones", "one-goal one-team one-standard one-voice one-accountability"],
  ])("%s keeps the order %s", (key, order) => {
    expect(
      framework(key)
        .values.map((value) => value.key)
        .join(" "),
    ).toBe(order);
  });

  const grants = (list: readonly RungDefinition[]) => list.map(({ grant }) => grant[0]).join("");
  const written = frameworkPresets.filter(isScorable);

  test("the checklist and Lenovo are not gated: one all presumed, one all evidenced", () => {
    const open = written.flatMap(({ key, values }) =>
      values.filter(({ gated }) => !gated).map(({ rungs: list }) => [key, grants(list)]),
    );
    expect(open).toEqual([
      ["customer-checklist", "ppppppp"],
      ...Array.from({ length: 4 }, () => ["lenovo-2001", "eeeee"]),
    ]);
  });

  test("on every ladder levels 1 and 2 are presumed, 3 to 5 evidenced", () => {
    const ladders = written.flatMap(({ values }) => values.filter(({ gated }) => gated));
    expect(ladders).toHaveLength(24);
    expect(ladders.filter(({ rungs: list }) => grants(list) !== "ppeee")).toEqual([]);
  });

  test("the value lists have names and one-line meanings, no rungs, and say what is left to do", () => {
    const lists = frameworkPresets.filter((preset) => !isScorable(preset));
    expect(lists.map(({ key }) => key)).toEqual(["psbc", "jd", "huawei", "five-ones"]);
    const values = lists.flatMap((list) => list.values);
    expect(values.filter(({ rungs: list, motto }) => list.length > 0 || !motto)).toEqual([]);
    const silent = lists.filter(
      ({ description: { zh, en } }) =>
        !/起点.*推定/.test(zh) || !/starting point.*assumed/.test(en),
    );
    expect(silent).toEqual([]);
  });

  test("of Lenovo only the five behaviours of serving customers are handed down", () => {
    const assumed = framework("lenovo-2001").values.map(({ rungs: list }) =>
      list.map((rung) => rung.assumed),
    );
    expect(assumed).toEqual([
      Array(5).fill(false),
      Array(5).fill(true),
      Array(5).fill(true),
      Array(5).fill(true),
    ]);
  });

  test.each(["six-veins", "six-veins-2006"])("%s marks what the manual no longer shows", (key) => {
    const known = framework(key).values.flatMap((value) =>
      value.rungs.filter(({ assumed }) => !assumed).map(({ point }) => `${value.key} ${point}`),
    );
    expect(known).toEqual([
      "customer-first 1",
      "customer-first 2",
      "customer-first 3",
      "customer-first 4",
      "customer-first 5",
      "teamwork 1",
      "teamwork 2",
      "teamwork 3",
    ]);
  });

  test("the go-getter marks its first two rungs as assumed", () => {
    const assumed = framework("go-getter").values.map(({ rungs: list }) =>
      list.filter((rung) => rung.assumed).map(({ point }) => point),
    );
    expect(assumed).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  test("the half point is exceptional on Customer First 1 only, with advice", () => {
    const found = rungs.filter(({ rung }) => rung.halfPoint === "exceptional");
    expect(found.map(({ id }) => id)).toEqual([
      "six-veins customer-first 1",
      "six-veins-2006 customer-first 1",
      "nine-swords customer-first 1",
    ]);
    expect(found.every(({ rung }) => rung.halfPointAdvice !== undefined)).toBe(true);
  });

  test("the 2006 edition keeps three values word for word and rewrites three", () => {
    const [old, revised] = [framework("six-veins"), framework("six-veins-2006")];
    const same = revised.values.filter(
      (value, index) => JSON.stringify(value) === JSON.stringify(old.values[index]),
    );
    expect(same.map(({ key }) => key)).toEqual(["customer-first", "teamwork", "embrace-change"]);
  });
});

describe("the wording", () => {
  test("a statement fits 30 Chinese characters", () => {
    expect(failing(({ statement }) => countCharacters(statement.zh) <= 30)).toEqual([]);
  });

  test("every rung has one to four supports and breaks", () => {
    const few = (list: readonly unknown[]) => list.length >= 1 && list.length <= 4;
    expect(failing(({ supports, breaks }) => few(supports) && few(breaks))).toEqual([]);
  });

  test("Chinese uses full-width punctuation and curly quotes", () => {
    const clean = (zh: string) => !/[,;:!?"()]/.test(zh);
    expect(failing((rung) => texts(rung).every(({ zh }) => clean(zh)))).toEqual([]);
  });

  test("Chinese sets a space between characters and figures", () => {
    const tight = /\p{Script=Han}[0-9A-Za-z]|[0-9A-Za-z%]\p{Script=Han}/u;
    expect(failing((rung) => texts(rung).every(({ zh }) => !tight.test(zh)))).toEqual([]);
  });

  test("names, mottos and descriptions keep the same rules", () => {
    const texts = frameworkPresets.flatMap(({ name, description, values }) => [
      ...[name, description],
      ...values.flatMap((value) => [value.name, ...(value.motto ? [value.motto] : [])]),
    ]);
    const tight = /\p{Script=Han}[0-9A-Za-z]|[0-9A-Za-z%]\p{Script=Han}/u;
    expect(texts.filter(({ zh }) => /[,;:!?"()]/.test(zh) || tight.test(zh))).toEqual([]);
    expect(texts.filter(({ en }) => /\p{Script=Han}/u.test(en))).toEqual([]);
  });

  test("no Chinese is left in the English and no text is blank", () => {
    expect(
      failing((rung) =>
        texts(rung).every(({ zh, en }) => zh.trim() && en.trim() && !/\p{Script=Han}/u.test(en)),
      ),
    ).toEqual([]);
  });
});

describe("the policies that ship", () => {
  test("the default has the audit and approval rows on", () => {
    expect(policy("classic").audit).toEqual({
      verifyAtMost: 2,
      verifyAtLeast: 8,
      beneficiaryViewAt: 10,
      approveAt: 10,
      topRung: 5,
      sample: { percent: 20 },
    });
  });

  test("only the manual has the facts of a deduction explained in the interview", () => {
    expect(policy("manual-2006").requireDeductionInInterview).toBe(true);
    expect(policy("classic").requireDeductionInInterview).toBe(false);
  });

  test("a step is half a point, but the checklist has whole points only", () => {
    expect(policyPresets.map(({ key, stepHalfPoints }) => [key, stepHalfPoints])).toEqual([
      ["classic", 1],
      ["manual-2006", 1],
      ["51cto", 1],
      ["checklist", 2],
    ]);
  });

  test("the wording is clean in both languages", () => {
    const notes = policyPresets.flatMap(({ key, description, assumed = [], bands, consequences }) =>
      [
        description,
        ...assumed.map(({ note }) => note),
        ...bands.map(({ name }) => name),
        ...consequences.map(({ text }) => text),
      ].map((text) => ({ key, ...text })),
    );
    const spaced = (zh: string) =>
      !/\p{Script=Han}[0-9A-Za-z]|[0-9A-Za-z%]\p{Script=Han}/u.test(zh);
    expect(notes.filter(({ zh }) => /[,;:!?"()]/.test(zh) || !spaced(zh))).toEqual([]);
    expect(notes.filter(({ en }) => /\p{Script=Han}/u.test(en))).toEqual([]);
  });

  test("what the sources do not hand down is marked", () => {
    const marked = Object.fromEntries(
      policyPresets.map(({ key, assumed }) => [key, (assumed ?? []).map(({ path }) => path)]),
    );
    expect(marked).toEqual({
      // Rules of ours first.
      classic: ["/sanctionNeedsFacts", "/singleValueRules/0/setsBand"].concat(
        "/audit /audit/sample/percent /returnReasons /composite/basis /quadrants /distribution /year/proposal".split(
          " ",
        ),
      ),
      "manual-2006": [
        "/bands/5/from",
        "/bands/0/rating",
        "/bands/2/rating",
        "/bands/3/rating",
        "/bands/4/rating",
        "/bands/6/rating",
        "/audit/sample/percent",
        "/promotion/basis",
        "/quadrants",
        "/distribution",
        "/year/proposal",
      ],
      "51cto": ["/stepHalfPoints", "/justification", "/bands", "/audit", "/year/proposal"],
      checklist: [
        "/stepHalfPoints",
        "/justification",
        "/bands",
        "/lowestBandConsequences",
        "/audit",
        "/requireDeductionInInterview",
        "/year/proposal",
      ],
    });
  });
});

test("no remark of a policy says a figure that a rule of it says: whoever changes the rule would leave it behind", () => {
  const stated = policyPresets.flatMap(({ key, description, assumed = [] }) =>
    [description, ...assumed.map(({ note }) => note)].flatMap(({ zh, en }) =>
      [zh, en]
        .filter((text) => /\d/.test(text.replaceAll(/2006|271|20\/70\/10/g, "")))
        .map((text) => `${key}: ${text}`),
    ),
  );
  expect(stated).toEqual([]);
});

test("no English text of a preset says rung where people say level", () => {
  const texts = JSON.stringify([...frameworkPresets, ...policyPresets]).match(/"en":"[^"]*"/g);
  expect(texts?.filter((text) => /\brungs?\b/i.test(text))).toEqual([]);
});
