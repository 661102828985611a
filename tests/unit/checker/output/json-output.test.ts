import { describe, expect, test } from "vitest";
import { checked, checker, person, plainValues, sixVeins } from "../support";

const worked = {
  rungs: ["met", "met", "met", "partly", "unmet"],
  cases: [
    { rung: 3, kind: "supports", title: "Fixed it the same night" },
    { rung: 4, kind: "supports", title: "Asked what it was for" },
  ],
};

describe("the result of a JSON file", () => {
  test("has the shape the issue gives it, scores in points", async () => {
    const { code, printed } = await checked(sixVeins(person("E001", { "customer-first": worked })));
    expect(code).toBe(0);
    expect(printed.framework).toBe("six-veins");
    expect(printed.policy).toBe("classic");
    const [one] = printed.results;
    expect(one?.employee).toBe("E001");
    expect(one?.values["customer-first"]).toMatchObject({ score: 3.5, gate: 4, problems: [] });
    expect(one?.values["customer-first"]?.explanation[0]).toMatch(/^Why 3\.5: .*Fixed it/);
    expect(one?.total).toBe(13.5);
    expect(one?.band).toBe("fail");
    expect(one?.bandName).toBe("Fail");
    expect(one?.consequences.map(({ code: name }) => name)).toEqual([
      "no-performance-rating",
      "bonus-withheld",
    ]);
    expect(one?.consequences[0]?.because).toContain("13.5");
    expect(printed.summary).toMatchObject({ people: 1, scored: 1, open: 0, averageTotal: 13.5 });
    expect(printed.summary.bands).toEqual({ excellent: 0, good: 0, pass: 0, fail: 1 });
  });

  test("tells what HR verifies and the division head approves", async () => {
    const cases = [3, 4, 5].map((rung) => ({ rung, kind: "supports", title: "A case" }));
    const five = { rungs: ["met", "met", "met", "met", "met"], cases, justification: "Facts" };
    const { code, printed } = await checked(sixVeins(person("E001", { passion: five })));
    expect(code).toBe(0);
    expect(printed.results[0]?.audit).toMatchObject({
      verify: ["passion"],
      approve: ["passion"],
      beneficiaryView: ["passion"],
      refer: [],
    });
  });

  test("speaks Chinese when asked", async () => {
    const { printed } = await checked(sixVeins(person("E001")), ["--lang", "zh"]);
    expect(printed.results[0]?.bandName).toBe("不合格");
    expect(printed.results[0]?.values["passion"]?.explanation[0]).toMatch(/^为什么是 2：/);
    expect(printed.results[0]?.consequences[0]?.because).toContain("不合格");
  });

  test("an empty list is no problem", async () => {
    const { code, printed } = await checked(sixVeins());
    expect(code).toBe(0);
    expect(printed.results).toEqual([]);
    expect(printed.summary).toMatchObject({ people: 0, averageTotal: null });
  });

  test("rungs that are missing or null are not judged: no total, never 0", async () => {
    const values = { ...plainValues, passion: { rungs: ["met", null] }, integrity: {} };
    const { code, printed } = await checked(sixVeins({ employee: "E001", values }));
    const [one] = printed.results;
    expect(code).toBe(1);
    expect(one?.total).toBeNull();
    expect(one?.band).toBeNull();
    expect(one?.values["passion"]).toMatchObject({ score: null });
    expect(one?.values["integrity"]?.problems).toMatchObject([{ code: "not-judged", rung: 3 }]);
    expect(printed.summary).toMatchObject({ scored: 0, open: 1, averageTotal: null });
  });

  test("takes framework and policy as whole documents", async () => {
    const { frameworkPresets, policyPresets } = await import("@/lib/presets");
    const framework = { ...frameworkPresets[0], key: "our-own" };
    const policy = { ...policyPresets[0], key: "our-policy" };
    const { printed } = await checked({ framework, policy, appraisals: [person("E001")] });
    expect([printed.framework, printed.policy]).toEqual(["our-own", "our-policy"]);
  });

  test.each(["go-getter", "nine-swords", "six-veins-2006", "customer-checklist", "lenovo-2001"])(
    "%s can be checked by its key",
    async (framework) => {
      const { printed } = await checked({ framework, policy: "classic", appraisals: [] });
      expect(printed.framework).toBe(framework);
    },
  );

  test("order of keys does not matter: the rules may stand behind the list", async () => {
    const { framework, policy, appraisals } = sixVeins(person("E001"));
    const first = await checked({ framework, policy, appraisals });
    const last = await checked({ appraisals, policy, framework });
    expect(last.printed).toEqual(first.printed);
  });

  test("options fill in what the file does not say", async () => {
    const args = ["--framework", "six-veins", "--policy", "manual-2006"];
    const { printed } = await checked({ appraisals: [person("E001")] }, args);
    expect(printed.policy).toBe("manual-2006");
  });

  test("reads standard input with - and without a file", async () => {
    const stdin = JSON.stringify(sixVeins(person("E001")));
    const named = await checker(["-"], { stdin });
    const bare = await checker([], { stdin });
    expect(named.code).toBe(0);
    expect(bare.stdout).toBe(named.stdout);
  });
});

describe("problems that can be read: exit 1, all listed", () => {
  test("an unknown value, with the known ones", async () => {
    const { code, printed } = await checked(sixVeins(person("E001", { kindness: { score: 3 } })));
    expect(code).toBe(1);
    const stranger = printed.results[0]?.values["kindness"];
    expect(stranger).toMatchObject({ score: null, gate: null });
    expect(stranger?.problems[0]?.code).toBe("unknown-value");
    expect(stranger?.problems[0]?.message).toContain("customer-first");
  });

  test("a rung the framework does not have, judged or in a case", async () => {
    const six = { rungs: ["met", "met", "unmet", null, null, "met"] };
    const stray = { ...plainValues["passion"], cases: [{ rung: 7, kind: "supports", title: "x" }] };
    const { code, printed } = await checked(
      sixVeins(person("E001", { teamwork: six, passion: stray })),
    );
    expect(code).toBe(1);
    expect(printed.results[0]?.values["teamwork"]?.problems).toMatchObject([
      { code: "unknown-rung", rung: 6 },
    ]);
    expect(printed.results[0]?.values["passion"]?.problems).toMatchObject([
      { code: "unknown-rung", rung: 7 },
    ]);
  });

  test("an employee who comes twice, far apart", { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => person(`E${index}`));
    const { code, printed } = await checked(sixVeins(...many, person("E17")));
    expect(code).toBe(1);
    const reported = printed.results.filter(({ problems }) => problems.length > 0);
    expect(reported).toHaveLength(1);
    expect(reported[0]?.problems[0]).toMatchObject({
      code: "duplicate-employee",
      severity: "error",
    });
    expect(printed.summary.problems.byCode).toEqual({
      "duplicate-employee": { errors: 1, infos: 0 },
    });
  });

  test("a case and a justification that are missing", async () => {
    const values = {
      teamwork: { rungs: ["met", "met", "met"] },
      passion: { rungs: ["unmet"], cases: [{ rung: 1, kind: "contradicts", title: "Walked out" }] },
    };
    const { code, printed } = await checked(sixVeins(person("E001", values)));
    expect(code).toBe(1);
    expect(printed.results[0]?.values["teamwork"]?.problems).toMatchObject([
      { code: "case-required", severity: "error", rung: 3 },
    ]);
    expect(printed.results[0]?.values["passion"]?.problems).toMatchObject([
      { code: "justification-required", severity: "error" },
    ]);
  });

  test("notes alone leave the exit code at 0 and are listed", async () => {
    const waiting = {
      rungs: ["met", "met", "unmet", "met"],
      cases: [{ rung: 4, kind: "supports", title: "A case" }],
    };
    const { code, printed } = await checked(sixVeins(person("E001", { passion: waiting })));
    expect(printed.summary.problems).toMatchObject({ errors: 0 });
    expect(printed.summary.problems.infos).toBeGreaterThan(0);
    expect(code).toBe(0);
  });
});

describe("a stated score", () => {
  const cases = [3, 4].map((rung) => ({ rung, kind: "supports", title: "A case" }));

  test("that agrees is no problem", async () => {
    const value = { ...worked, score: 3.5 };
    expect((await checked(sixVeins(person("E001", { passion: value })))).code).toBe(0);
  });

  test("that differs is reported with both figures", async () => {
    const { code, printed } = await checked(
      sixVeins(person("E001", { passion: { ...worked, score: 4 } })),
    );
    expect(code).toBe(1);
    expect(printed.results[0]?.values["passion"]).toMatchObject({
      score: 3.5,
      problems: [
        { code: "score-differs", message: "the stated score is 4; by the rules it is 3.5" },
      ],
    });
  });

  test.each([
    [
      0.5,
      { score: 0.5, cases: [{ rung: 1, kind: "contradicts", title: "x" }], justification: "x" },
    ],
    [2, { score: 2 }],
    [3.5, { score: 3.5, cases }],
    [3, { score: 3, cases, rungs: [] }],
    [3, { score: 3, cases, rungs: [null, null] }],
  ])("without verdicts stands for them: %s", async (score, value) => {
    const { code, printed } = await checked(sixVeins(person("E001", { passion: value })));
    expect(printed.results[0]?.values["passion"]).toMatchObject({ score, problems: [] });
    expect(code).toBe(0);
  });

  test("beyond the value's most is reported", async () => {
    const { code, printed } = await checked(sixVeins(person("E001", { passion: { score: 7 } })));
    expect(code).toBe(1);
    const codes = printed.results[0]?.values["passion"]?.problems.map((one) => one.code);
    expect(codes).toContain("score-out-of-range");
  });

  test("of a checklist stands, though it does not say which rules are met", async () => {
    const ask = (value: object) =>
      checked({
        framework: "customer-checklist",
        policy: "classic",
        appraisals: [{ employee: "E001", values: { "customer-first": value } }],
      });
    const unclear = await ask({ score: 5, justification: "Two rules were broken" });
    expect(unclear.printed.results[0]?.values["customer-first"]).toMatchObject({
      score: 5,
      stated: true,
      problems: [],
    });
    const cases = [{ rung: 1, kind: "contradicts", title: "x" }];
    const withCase = await ask({ score: 5, cases });
    expect(withCase.printed.results[0]?.values["customer-first"]?.problems).toContainEqual(
      expect.objectContaining({ code: "verdicts-needed", severity: "error" }),
    );
    const all = await ask({ score: 7, justification: "All seven rules kept" });
    expect(all.printed.results[0]?.values["customer-first"]).toMatchObject({ score: 7 });
  });
});
