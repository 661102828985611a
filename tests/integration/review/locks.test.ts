import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Verb } from "@/lib/appraisal/permissions";
import { changeRefusal } from "@/lib/appraisal/rules";
import { readSubject } from "@/lib/appraisal/store";
import type { Lock } from "@/lib/appraisal/types";
import { readTopDossier, readTops } from "@/lib/approval/queries";
import { approvalFilterSchema } from "@/lib/approval/schema";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { openAuditDossier } from "@/lib/hr-audit/queries/sheet";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { readReviewDossier, readReviewPage } from "@/lib/second-level/queries";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, day, type Person, type TestCompany } from "../../support/company";
import { alter } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const states = ["second_level", "hr_audit", "approval"] as const;
type State = (typeof states)[number];

const readers: Readonly<Record<State, { readonly person: Person; readonly verb: Verb }>> = {
  second_level: { person: "secondLevel", verb: "second_level.decide" },
  hr_audit: { person: "hrPartner", verb: "hr.decide" },
  approval: { person: "divisionHead", verb: "approval.decide" },
};

interface Listed {
  readonly appraisalId: string;
  readonly locked: Lock | null;
}

/** `undefined` for a sheet that is not there. */
interface Shown {
  readonly list: Lock | null | undefined;
  readonly dossier: Lock | null | undefined;
}

async function listIn(state: State, now: Date): Promise<readonly Listed[]> {
  const actor = company.actor(readers[state].person);
  if (state === "hr_audit") return (await readQueue(actor, auditFilterSchema.parse({}), now)).rows;
  if (state === "approval")
    return (await readTops(actor, approvalFilterSchema.parse({}), now)).rows;
  return (await readReviewPage(actor, {}, now)).groups.flatMap(({ rows }) => rows);
}

const dossiers = {
  second_level: readReviewDossier,
  hr_audit: openAuditDossier,
  approval: readTopDossier,
};

async function shown(state: State, id: string, days: number): Promise<Shown> {
  const now = new Date(company.now.getTime() + days * day);
  const row = (await listIn(state, now)).find(({ appraisalId }) => appraisalId === id);
  const dossier = await dossiers[state](company.actor(readers[state].person), id, now);
  return { list: row?.locked, dossier: dossier?.locked };
}

async function refused(state: State, id: string, days: number) {
  const now = new Date(company.now.getTime() + days * day);
  const { person, verb } = readers[state];
  const subject = await inTransaction((tx) => readSubject(tx, id));
  if (subject === null) throw new Error("no subject");
  return changeRefusal({ actor: company.actor(person), now }, subject, subject, verb)?.code ?? null;
}

async function handBackSelfReview(appraisalId: string) {
  await database().returnNote.create({
    data: {
      id: randomUUID(),
      appraisalId,
      fromState: "manager_scoring",
      toState: "self_review",
      reason: "请补充事实",
      byId: company.ids.manager,
      at: company.now,
      resolvedAt: company.now,
    },
  });
}

const [beforeOpening, open, afterClosing] = [-31, 0, 40];

describe.each(states)(
  "at %s the page shows before anything is typed what the server will answer",
  (state) => {
    async function expectLock(id: string, days: number, code: Lock["code"] | null) {
      const { list, dossier } = await shown(state, id, days);
      expect(list === null ? null : list?.code).toBe(code);
      expect(dossier).toEqual(list);
      expect(await refused(state, id, days)).toBe(code);
    }

    it("in round 1: not before the window opens and not after it closes", async () => {
      const { id } = await appraisalIn(company, state);
      await expectLock(id, beforeOpening, "window_not_open");
      await expectLock(id, open, null);
      await expectLock(id, afterClosing, "window_closed");
      const { list } = await shown(state, id, afterClosing);
      expect(list?.at?.getTime()).toBeGreaterThan(company.now.getTime());
    });

    it("in round 1, the self-review handed back earlier: after it closes, too", async () => {
      const { id } = await appraisalIn(company, state);
      await handBackSelfReview(id);
      await expectLock(id, afterClosing, null);
      await expectLock(id, beforeOpening, "window_not_open");
    });

    it("in round 2: after it closes, but not before it opens", async () => {
      const { id } = await appraisalIn(company, state);
      await alter(id, { round: 2 });
      await expectLock(id, afterClosing, null);
      await expectLock(id, beforeOpening, "window_not_open");
    });
  },
);

it("a stage without a window is shown as not open, and its sheets stay in the lists", async () => {
  const sheets = [];
  for (const state of states) sheets.push({ state, id: (await appraisalIn(company, state)).id });
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.stageWindow.deleteMany({ where: { cycleId: company.cycleId } });
  });
  const none: Lock = { code: "window_not_open", at: null };
  for (const { state, id } of sheets)
    expect(await shown(state, id, open)).toEqual({ list: none, dossier: none });
});
