import { beforeAll, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { returnScores } from "@/lib/hr-audit/commands";
import { drawDue } from "@/lib/sample/jobs";
import { agreeToSheets, returnSheet } from "@/lib/second-level/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { drawsOf, newManager, seal } from "./support";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
  await seal(company);
});

const threes = { "customer-first": 6, integrity: 6 };
const passed = ["approval", "interview"];

/** Two sheets: one waits for its draw, the other is decided by the second level and would complete the team. */
async function round(number: number) {
  const managerId = await newManager(company);
  const options = { manager: threes, line: { managerId } };
  const waits = await appraisalIn(company, "hr_audit", options);
  const last = await appraisalIn(company, "second_level", options);
  const over = company.context("secondLevel");
  const reason = { reason: "请补充。", value: null, rung: null, caseId: null };
  const decide =
    number % 3 === 0
      ? returnSheet(over, { ...last.target, reasons: [reason] })
      : agreeToSheets(over, { items: [last.target], comment: "" });
  const back = { ...reason, value: "integrity", caseReason: "insufficient" as const };
  const hr =
    number % 2 === 0
      ? [returnScores(company.context("hrPartner"), { ...waits.target, reasons: [back] })]
      : [];
  await Promise.all([
    decide,
    drawDue(company.now, [waits.id]),
    ...hr,
    drawDue(company.now, [last.id]),
  ]);
  return { managerId, ids: [waits.id, last.id] };
}

it("draw against agreement, return and another draw: one consistent outcome, 200 times", async () => {
  const kinds = new Set<string>();
  for (let number = 0; number < 200; number += 1) {
    const { managerId, ids } = await round(number);
    const draws = await drawsOf(company, managerId);
    const items = draws.flatMap(({ population }) => population);
    expect(new Set(items).size).toBe(items.length);
    expect(draws.filter(({ appraisalId }) => appraisalId === null).length).toBeLessThan(2);
    for (const { drawn, redone } of draws) expect(drawn).toEqual(redone);
    const sheets = await database().appraisal.findMany({ where: { id: { in: ids } } });
    const before = sheets.some(({ state }) => ["manager_scoring", "second_level"].includes(state));
    for (const { id, state, version } of sheets) {
      const own = items.filter((item) => item.startsWith(id)).length;
      const drawn = draws
        .flatMap((draw) => draw.drawn)
        .filter((item) => item.startsWith(id)).length;
      expect([0, 6]).toContain(own);
      // Nobody passes undrawn, nobody stays who has nothing to wait for.
      if (passed.includes(state)) expect([own, drawn]).toEqual([6, 0]);
      if (state === "hr_audit" && own === 6) expect(drawn).toBeGreaterThan(0);
      if (state === "hr_audit" && own === 0) expect(before).toBe(true);
      const moves = await database().recordedEvent.count({
        where: { appraisalId: id, kind: { not: "sample.drawn" } },
      });
      expect(version).toBe(1 + moves + (passed.includes(state) ? 1 : 0));
      kinds.add(`${state} ${own}`);
    }
  }
  expect(kinds.size).toBeGreaterThan(3);
}, 300_000);
