import { beforeAll, expect, test } from "vitest";
import { chain, stepOf } from "@/lib/appraisal/stages";
import { readTops } from "@/lib/approval/queries";
import type { Actor } from "@/lib/authz/actor";
import { listCycles, readCycle } from "@/lib/cycle/queries";
import { readDecided } from "@/lib/dossier/queries/decided";
import { readHome } from "@/lib/home/queries";
import { readAuditPage } from "@/lib/hr-audit/queries/page";
import { readOwnAppraisals } from "@/lib/result/queries";
import { readReviewPage } from "@/lib/second-level/queries";
import { readSelfReview } from "@/lib/self-review/queries";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { alter } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

/** The props of every page on which somebody with all offices could meet their own sheet. */
async function pagesOf(actor: Actor, id: string) {
  const { now, cycleId } = company;
  const deciders = ["second_level", "hr", "approver"] as const;
  return JSON.stringify([
    await readHome(actor, now),
    await readOwnAppraisals(actor),
    await readSelfReview(actor, id, now),
    await readTrail(actor, id),
    await listCycles(actor),
    await readCycle(actor, cycleId, null, now),
    await readAuditPage(actor, { kind: "all", cycle: cycleId, units: 0 }, now),
    await readReviewPage(actor, {}, now),
    await readTops(actor, {}, now),
    ...(await Promise.all(deciders.map((decider) => readDecided(actor, decider, {})))),
  ]);
}

test("whoever administers HR reads the same in every state of one own step", async () => {
  for (const state of chain.states) await appraisalIn(company, state);
  const own = await appraisalIn(company, "second_level");
  const hrDepartmentIds = new Set(Object.values(company.departments));
  const actor = { ...own.employee, isHrAdmin: true, hrDepartmentIds };
  const seen = new Map<string, string>();
  for (const state of chain.states.filter((state) => stepOf(state) !== "result")) {
    await alter(own.id, { state });
    const pages = await pagesOf(actor, own.id);
    const step = stepOf(state);
    expect(pages, state).toBe(seen.get(step) ?? pages);
    seen.set(step, pages);
  }
  expect(seen.size).toBe(4);
});

test("whoever administers HR is told of their own sheet in a cycle only whether it is done", async () => {
  const own = await appraisalIn(company, "self_review");
  const actor = { ...own.employee, isHrAdmin: true };
  for (const { state, part } of chain.rows) {
    await alter(own.id, { state });
    const cycle = await readCycle(actor, company.cycleId, null, company.now);
    expect(cycle?.ownDone, state).toBe(part === "done");
    expect(JSON.stringify({ ...cycle, stages: null, windows: null }), state).not.toContain(
      `"${state}"`,
    );
  }
});
