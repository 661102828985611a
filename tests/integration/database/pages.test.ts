import { beforeAll, expect, it } from "vitest";
import { readOwnAccess } from "@/lib/access/queries";
import { readTopDossier, readTopQueue, readTops } from "@/lib/approval/queries";
import { approvalFilterSchema } from "@/lib/approval/schema";
import { listCycles, readCycle, readCycleOptions } from "@/lib/cycle/queries";
import { listDepartments } from "@/lib/departments/queries";
import { readHome } from "@/lib/home/queries";
import { readVisit } from "@/lib/visit/queries";
import { readAuditPage } from "@/lib/hr-audit/queries/page";
import { readAuditQueue } from "@/lib/hr-audit/queries/queue";
import { openAuditDossier } from "@/lib/hr-audit/queries/sheet";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { readInterview } from "@/lib/interview/queries/guide";
import { readScoring, readTeam } from "@/lib/manager-scoring/queries";
import { readOwnAppraisals, readResult } from "@/lib/result/queries";
import { listFrameworks, listPolicies } from "@/lib/ruleset/queries";
import { readReviewDossier, readReviewPage, readReviewQueue } from "@/lib/second-level/queries";
import { reviewFilterSchema } from "@/lib/second-level/schema";
import { readSelfReview } from "@/lib/self-review/queries";
import { readTrail } from "@/lib/trail/queries";
import { listReplayable } from "@/lib/what-if/queries";
import { readOwnYears } from "@/lib/year/queries";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { tokenOf } from "../../support/accounts";
import { statementsOf } from "./counting";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

/** Of any page: who is asking and the rooms of the navigation take one. */
const MOST = 10;

interface Page {
  readonly as: Person | "employee itself";
  readonly state?: AppraisalState;
  /** The queries of the page, in its order. */
  readonly read: (actor: Actor, at: { id: string; now: Date }) => Promise<unknown>;
}

const pages: Readonly<Record<string, Page>> = {
  home: { as: "manager", read: (actor, { now }) => readHome(actor, now) },
  "home of an administrator": { as: "hrAdmin", read: (actor, { now }) => readHome(actor, now) },
  me: {
    as: "employee itself",
    state: "acknowledged",
    read: async (actor) => [await readOwnAppraisals(actor), await readOwnYears(actor)],
  },
  "my access": { as: "employee", read: (actor, { now }) => readOwnAccess(actor, now) },
  "self-review": {
    as: "employee itself",
    state: "self_review",
    read: (actor, { id, now }) => readSelfReview(actor, id, now),
  },
  result: {
    as: "employee itself",
    state: "acknowledged",
    read: (actor, { id, now }) => readResult(actor, id, now),
  },
  trail: { as: "manager", state: "published", read: (actor, { id }) => readTrail(actor, id) },
  team: { as: "manager", read: (actor) => readTeam(actor, {}, company.now) },
  "scoring sheet": {
    as: "manager",
    state: "manager_scoring",
    read: (actor, { id, now }) => readScoring(actor, id, now),
  },
  interview: {
    as: "manager",
    state: "interview",
    read: (actor, { id, now }) => readInterview(actor, id, now),
  },
  "second level": {
    as: "secondLevel",
    read: (actor, { now }) => readReviewPage(actor, reviewFilterSchema.parse({}), now),
  },
  "second level's dossier": {
    as: "secondLevel",
    state: "second_level",
    read: async (actor, { id, now }) => [
      await readReviewDossier(actor, id, now),
      await readReviewQueue(actor, id, now),
    ],
  },
  "HR's audit": {
    as: "hrPartner",
    read: async (actor, { now }) => [
      await readAuditPage(actor, auditFilterSchema.parse({}), now),
      await listReplayable(actor),
    ],
  },
  "HR's dossier": {
    as: "hrPartner",
    state: "hr_audit",
    read: async (actor, { id, now }) => [
      await openAuditDossier(actor, id, now),
      await readAuditQueue(actor, { appraisalId: id, value: null }, now),
    ],
  },
  approvals: {
    as: "divisionHead",
    read: (actor, { now }) => readTops(actor, approvalFilterSchema.parse({}), now),
  },
  "approval's dossier": {
    as: "divisionHead",
    state: "approval",
    read: async (actor, { id, now }) => [
      await readTopDossier(actor, id, now),
      await readTopQueue(actor, { appraisalId: id, value: null }, now),
    ],
  },
  cycles: { as: "hrAdmin", read: (actor) => listCycles(actor) },
  cycle: {
    as: "hrAdmin",
    read: (actor, { now }) => readCycle(actor, company.cycleId, null, now),
  },
  "new cycle": { as: "hrAdmin", read: (actor, { now }) => readCycleOptions(actor, now) },
  departments: { as: "hrAdmin", read: (actor) => listDepartments(actor) },
  frameworks: { as: "hrAdmin", read: (actor) => listFrameworks(actor) },
  policies: { as: "hrAdmin", read: (actor) => listPolicies(actor) },
};

it.each(Object.entries(pages))("%s takes few statements", async (_, { as, state, read }) => {
  const appraisal: TestAppraisal | null = state ? await appraisalIn(company, state) : null;
  const itself = as === "employee itself";
  const actor = itself ? appraisal?.employee : company.actor(as);
  if (actor === undefined) throw new Error("whose page?");
  const at = { id: appraisal?.id ?? "", now: company.now };
  // Versions of frameworks and policies are read once per process.
  expect(await read(actor, at)).not.toBeNull();
  const sent = await statementsOf(async () => {
    await read(actor, at);
  });
  expect(sent.length).toBeLessThanOrEqual(MOST - 1);
});

it("who is asking and the navigation are one of them, for whomever", async () => {
  for (const person of ["employee", "manager", "hrPartner", "hrAdmin"] as const) {
    const token = await tokenOf(company.actor(person));
    const texts = await statementsOf(async () => {
      expect((await readVisit(token, company.now))?.actor.employeeId).toBe(company.ids[person]);
    });
    expect(texts).toHaveLength(1);
  }
});
