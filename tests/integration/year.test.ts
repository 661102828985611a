import { beforeAll, describe, expect, it } from "vitest";
import type { AppraisalState } from "@/lib/appraisal/types";
import { renderYear } from "@/lib/scoring";
import { readOwnYears } from "@/lib/year/queries";
import { buildCompany, type Person, type TestCompany } from "../support/company";
import { acknowledged, quarterWith, sixScores, type QuarterPlan } from "../support/years";

/** The company's own cycle, 2026 Q4, is open. */
let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

async function yearFor(person: Person, year: number) {
  const years = await readOwnYears(company.actor(person));
  return years.find(({ result }) => result.year === year) ?? null;
}

async function quarters(...plans: QuarterPlan[]) {
  for (const plan of plans) await quarterWith(company, plan);
}

describe("a person's own year", () => {
  it("averages the closed quarters, names the exempt one, and prints its sum", async () => {
    await quarters(
      { year: 2025, quarter: 1, parts: { employee: acknowledged(43) }, policy: "manual-2006" },
      {
        year: 2025,
        quarter: 2,
        parts: { employee: { exempt: "on_leave" } },
        policy: "manual-2006",
      },
      { year: 2025, quarter: 3, parts: { employee: acknowledged(46) }, policy: "manual-2006" },
      { year: 2025, quarter: 4, parts: { employee: acknowledged(38) }, policy: "manual-2006" },
    );
    const year = await yearFor("employee", 2025);
    expect(year?.result).toMatchObject({
      year: 2025,
      whole: false,
      provisional: false,
      total: { average: { numerator: 127, denominator: 3 }, max: 60 },
      leftOut: [{ quarter: 2, state: "exempt", reason: "on_leave" }],
      proposal: { band: { key: "exceeds" } },
    });
    expect(year?.result.trend?.direction).toBe("falling");
    const [sum] = year === null ? [] : renderYear(year.result, "zh");
    expect(sum).toBe("2025 年平均分：(21.5 + 23 + 19) ÷ 3 = 21.17（四舍五入到百分位），满分 30。");
    expect(year?.result.values.map(({ key }) => key)).toEqual(
      company.ruleset.framework.values.map(({ key }) => key),
    );
    expect(year?.result.values[0]?.average).toEqual({ numerator: 10, denominator: 1 });
    expect(year?.names["customer-first"]?.zh).toBe("客户第一");
  });

  it("goes by the framework and policy of the latest quarter that counts", async () => {
    await quarters(
      { year: 2024, quarter: 1, parts: { employee: acknowledged(40) } },
      {
        year: 2024,
        quarter: 2,
        parts: { employee: { state: "acknowledged", scores: Array.from({ length: 9 }, () => 8) } },
        framework: "nine-swords",
        policy: "manual-2006",
      },
      { year: 2024, quarter: 3, parts: { employee: { exempt: "on_leave" } } },
    );
    const year = await yearFor("employee", 2024);
    expect(year?.result.total).toMatchObject({ max: 90, converted: true });
    expect(year?.result.total?.average).toEqual({ numerator: 66, denominator: 1 });
    expect(year?.result.rule.trend).toBe(true);
    expect(year?.names["simplicity"]?.zh).toBe("化繁为简");
    expect(year?.names["integrity"]?.zh).toBe("诚信");
  });

  it("comes newest first, one per year that has something", async () => {
    const years = await readOwnYears(company.actor("employee"));
    expect(years.map(({ result }) => result.year)).toEqual([2025, 2024]);
  });

  it("counts a quarter nobody held as missing, and one still to come as open", async () => {
    await quarters(
      { year: 2026, quarter: 2, parts: { colleague: acknowledged(40) } },
      { year: 2026, quarter: 3, parts: { otherEmployee: acknowledged(30) } },
    );
    const year = await yearFor("colleague", 2026);
    expect(year?.result.leftOut).toEqual([
      { quarter: 1, state: "missing", reason: null },
      { quarter: 3, state: "missing", reason: null },
      { quarter: 4, state: "missing", reason: null },
    ]);
  });

  it("leaves what is closed without a result to its name", async () => {
    await quarters(
      { year: 2023, quarter: 1, parts: { employee: acknowledged(40) } },
      {
        year: 2023,
        quarter: 2,
        parts: { employee: { state: "interview", scores: sixScores(50) } },
      },
      { year: 2023, quarter: 3, parts: { employee: { state: "published", scores: [null, 1] } } },
    );
    const year = await yearFor("employee", 2023);
    expect(year?.result.total?.terms.map(({ quarter }) => quarter)).toEqual([1]);
    expect(year?.result.leftOut.map(({ quarter, state }) => [quarter, state])).toEqual([
      [2, "missing"],
      [3, "missing"],
      [4, "missing"],
    ]);
  });

  it.each<[AppraisalState, boolean]>([
    ["published", true],
    ["acknowledged", true],
    ["objected", true],
    ["interview", false],
    ["approval", false],
    ["hr_audit", false],
    ["second_level", false],
    ["manager_scoring", false],
    ["self_review", false],
  ])("a closed quarter in %s counts: %s", async (state, counts) => {
    const years: AppraisalState[] = [
      "published",
      "acknowledged",
      "objected",
      "interview",
      "approval",
      "hr_audit",
      "second_level",
      "manager_scoring",
      "self_review",
    ];
    const year = 2010 + years.indexOf(state);
    await quarters({ year, quarter: 1, parts: { otherManager: { state, scores: sixScores(44) } } });
    expect((await yearFor("otherManager", year)) !== null).toBe(counts);
  });
});

describe("what the year does not tell", () => {
  it("an open quarter, though its result is published", async () => {
    await quarters(
      { year: 2022, quarter: 1, parts: { otherDivisionHead: acknowledged(40) } },
      { year: 2022, quarter: 2, parts: { otherDivisionHead: acknowledged(58) }, closed: false },
    );
    const year = await yearFor("otherDivisionHead", 2022);
    expect(year?.result).toMatchObject({ provisional: true });
    expect(year?.result.total?.terms.map(({ score }) => score)).toEqual([40]);
    expect(year?.result.leftOut[0]).toEqual({ quarter: 2, state: "open", reason: null });
  });

  it("a score before publication, anywhere in the answer", async () => {
    await quarters(
      { year: 2021, quarter: 1, parts: { otherDivisionHead: acknowledged(36) } },
      {
        year: 2021,
        quarter: 2,
        parts: { otherDivisionHead: { state: "approval", scores: [9, 9, 9, 9, 9, 9] } },
      },
    );
    const year = await yearFor("otherDivisionHead", 2021);
    const scores = [
      ...(year?.result.total?.terms ?? []),
      ...(year?.result.values.flatMap(({ terms }) => terms) ?? []),
    ].map(({ score }) => score);
    expect(scores).not.toContain(54);
    expect(scores).not.toContain(9);
    expect(JSON.stringify(year)).not.toContain("approval");
  });

  it("another person's year", async () => {
    await quarters({ year: 2020, quarter: 1, parts: { employee: acknowledged(40) } });
    expect(await yearFor("employee", 2020)).not.toBeNull();
    for (const person of ["manager", "secondLevel", "hrPartner", "hrAdmin", "colleague"] as const)
      expect(await yearFor(person, 2020)).toBeNull();
  });

  it("anything to a person who never took part", async () => {
    expect(await readOwnYears(company.actor("ceo"))).toEqual([]);
  });

  it("a year of a person who was only exempt", async () => {
    await quarters({ year: 2019, quarter: 1, parts: { employee: { exempt: "joined_late" } } });
    expect(await yearFor("employee", 2019)).toBeNull();
  });
});

describe("the latest cycle", () => {
  it("leaves the quarters after it open in its own year", async () => {
    await quarters({ year: 2027, quarter: 1, parts: { colleague: acknowledged(44) } });
    const year = await yearFor("colleague", 2027);
    expect(year?.result.leftOut.map(({ quarter, state }) => [quarter, state])).toEqual([
      [2, "open"],
      [3, "open"],
      [4, "open"],
    ]);
    expect(year?.result.provisional).toBe(true);
  });
});
