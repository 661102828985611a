import { beforeAll, describe, expect, it } from "vitest";
import { changeAppraisal, onward, returning, type Change } from "@/lib/appraisal/change";
import type { Verb } from "@/lib/appraisal/permissions";
import type { AppraisalState } from "@/lib/appraisal/types";
import { database } from "@/lib/db/client";
import { refuse, type Refusal } from "@/lib/errors/outcome";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { alter } from "../../support/review";

let company: TestCompany;

beforeAll(async () => {
  company = await buildCompany();
});

const pin = { reason: "没有写事实", value: "integrity", rung: 3 };
const worked = { ok: true, value: null, events: [] } as const;
type Subject = Parameters<typeof onward>[0];
type Work = (subject: Subject) => Change<null> | Refusal;

function change(appraisal: TestAppraisal, person: Person, verb: Verb, work: Work) {
  return changeAppraisal<null>(
    company.context(person, 1),
    appraisal.target,
    verb,
    async ({ tx, subject }) => {
      // Steps alone, without the records the database asks of each: database/steps.test.ts.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      return work(subject);
    },
  );
}

async function standing({ id }: TestAppraisal) {
  const row = await database().appraisal.findUniqueOrThrow({
    where: { id },
    include: { returns: true },
  });
  const { state, stateSince, returnedFrom, version, finalAt, publishedAt, round, returns } = row;
  return { state, stateSince, returnedFrom, version, finalAt, publishedAt, round, returns };
}

const now = () => company.context("manager", 1).now;

describe("a change of an appraisal", () => {
  it("moves on: where it stands, since when, handed back by nobody", async () => {
    const appraisal = await appraisalIn(company, "manager_scoring");
    await alter(appraisal.id, { returnedFrom: "hr_audit" });
    const outcome = await change(appraisal, "manager", "manager.write", (subject) => ({
      ...worked,
      set: { round: 2 },
      move: onward(subject),
    }));
    expect(outcome).toEqual({ ok: true, value: { version: 2, value: null } });
    expect(await standing(appraisal)).toMatchObject({
      ...{ state: "second_level", stateSince: now(), returnedFrom: null, version: 2, round: 2 },
      ...{ finalAt: null, publishedAt: null, returns: [] },
    });
  });

  it.each([
    ["hr_audit", "hrPartner", "hr.decide", "approval", null],
    ["hr_audit", "hrPartner", "hr.decide", "interview", "finalAt"],
    ["interview", "manager", "interview.write", "published", "publishedAt"],
  ] as const)("from %s by %s with %s to %s keeps %s", async (from, person, verb, to, stamp) => {
    const appraisal = await appraisalIn(company, from);
    const before = await standing(appraisal);
    await change(appraisal, person, verb, (subject) => ({ ...worked, move: onward(subject, to) }));
    const after = await standing(appraisal);
    expect(after.state).toBe(to);
    for (const column of ["finalAt", "publishedAt"] as const)
      expect(after[column]).toEqual(column === stamp ? now() : before[column]);
  });

  it("hands back with one note of who, why and where, and keeps no instant", async () => {
    const appraisal = await appraisalIn(company, "hr_audit");
    const noteIds: string[] = [];
    await change(appraisal, "hrPartner", "hr.decide", (subject) => {
      const { value, move } = returning(
        subject,
        [{ ...pin, caseReason: "insufficient" as const }],
        (_reason, noteId) => ({ kind: "self.returned", noteId }),
      );
      noteIds.push(...value.noteIds);
      return { ...worked, move };
    });
    const { returns, ...row } = await standing(appraisal);
    expect(row).toMatchObject({
      ...{ state: "manager_scoring", stateSince: now(), returnedFrom: "hr_audit" },
      ...{ finalAt: null, publishedAt: null },
    });
    expect(returns).toEqual([
      {
        ...{ id: noteIds[0], appraisalId: appraisal.id, at: now(), resolvedAt: null },
        ...{ fromState: "hr_audit", toState: "manager_scoring", byId: company.ids.hrPartner },
        ...{ reason: pin.reason, caseReason: "insufficient", valueKey: "integrity", point: 3 },
        ...{ caseId: null, caseTitle: null, takenBackAt: null },
      },
    ]);
  });

  it("without a move stays where it is, one version on", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const before = await standing(appraisal);
    const outcome = await changeAppraisal<null>(
      appraisal.context(1),
      appraisal.target,
      "self.write",
      async () => Promise.resolve(worked),
    );
    expect(outcome.ok).toBe(true);
    expect(await standing(appraisal)).toEqual({ ...before, version: 2 });
  });
});

describe("nothing is changed", () => {
  const untouched = async (state: AppraisalState, attempt: (a: TestAppraisal) => Promise<void>) => {
    const appraisal = await appraisalIn(company, state);
    const before = await standing(appraisal);
    await attempt(appraisal);
    expect(await standing(appraisal)).toEqual(before);
  };

  it("by a refusal of the work", () =>
    untouched("hr_audit", async (appraisal) => {
      const refused = await change(appraisal, "hrPartner", "hr.decide", () => refuse("incomplete"));
      expect(refused).toMatchObject({ ok: false, code: "incomplete" });
    }));

  it("along a way the chain does not have: that is a defect", () =>
    untouched("hr_audit", async (appraisal) => {
      const jump = change(appraisal, "hrPartner", "hr.decide", (subject) => ({
        ...worked,
        move: onward(subject, "published"),
      }));
      await expect(jump).rejects.toThrow("no one way from hr_audit on to published");
    }));

  it("back from where there is no way back", () =>
    untouched("interview", async (appraisal) => {
      const back = change(appraisal, "manager", "interview.write", (subject) => ({
        ...worked,
        move: returning(subject, [pin], (_reason, noteId) => ({ kind: "self.returned", noteId }))
          .move,
      }));
      await expect(back).rejects.toThrow("no way back from interview");
    }));

  it("by somebody whose turn it is not", () =>
    untouched("hr_audit", async (appraisal) => {
      const early = await change(appraisal, "manager", "manager.write", () => worked);
      expect(early).toMatchObject({ ok: false, code: "wrong_state" });
      const stranger = await change(appraisal, "colleague", "hr.decide", () => worked);
      expect(stranger).toMatchObject({ ok: false, code: "not_found" });
    }));
});
