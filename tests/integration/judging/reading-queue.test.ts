import { beforeAll, describe, expect, it } from "vitest";
import { approveTop } from "@/lib/approval/commands";
import { readTopQueue } from "@/lib/approval/queries";
import type { Actor } from "@/lib/authz/actor";
import type { Place, ReadingQueue } from "@/lib/dossier/types";
import { confirmScore, returnScores } from "@/lib/hr-audit/commands";
import { readAuditQueue } from "@/lib/hr-audit/queries/queue";
import { agreeToSheets, returnSheet } from "@/lib/second-level/commands";
import { readReviewQueue } from "@/lib/second-level/queries";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, day, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const reviewQueue = (actor: Actor, { appraisalId }: Place, now: Date) =>
  readReviewQueue(actor, appraisalId, now);

const of = ({ entries }: ReadingQueue, id: string) =>
  entries.filter(({ appraisalId }) => appraisalId === id);

describe("the queue of a reading room", () => {
  it.each([
    ["second_level", "secondLevel", reviewQueue, null],
    ["hr_audit", "hrPartner", readAuditQueue, "customer-first"],
    ["approval", "divisionHead", readTopQueue, "customer-first"],
  ] as const)(
    "at %s goes round all that wait for the same reader and shows them to nobody else",
    async (state, reader, read, value) => {
      const first = await appraisalIn(company, state);
      const second = await appraisalIn(company, state);
      const elsewhere = await appraisalIn(company, "interview");
      const seen: string[] = [];
      let at: Place = { appraisalId: first.id, value };
      do {
        const queue = await read(company.actor(reader), at, company.now);
        expect(queue.here).toMatchObject({ ...at, outcome: null });
        at = queue.onward ?? at;
        seen.push(`${at.appraisalId} ${at.value}`);
      } while (seen.at(-1) !== `${first.id} ${value}` && seen.length < 20);
      expect(seen.at(-1)).toBe(`${first.id} ${value}`);
      expect(seen.some((place) => place.startsWith(second.id))).toBe(true);
      expect(seen.some((place) => place.startsWith(elsewhere.id))).toBe(false);
      for (const person of ["manager", "employee", "hrAdmin"] as const) {
        const other = await read(company.actor(person), at, company.now);
        expect(of(other, first.id), person).toEqual([]);
      }
    },
  );

  it("keeps HR's decisions of the sitting before what waits, and forgets them with it", async () => {
    const manager = { "customer-first": 8, integrity: 2, passion: 6 };
    const { id, target } = await appraisalIn(company, "hr_audit", { manager });
    const partner = company.context("hrPartner");
    const words = { comment: "" };
    await confirmScore(partner, { ...target, value: "customer-first", ...words });
    const at = { appraisalId: id, value: "integrity" };
    const queue = await readAuditQueue(partner.actor, at, company.now);
    expect(of(queue, id)).toMatchObject([
      { value: "customer-first", outcome: "confirmed", opens: true, halfPoints: 8 },
      { value: "integrity", outcome: null, mark: "low", halfPoints: 2 },
    ]);
    const pin = { value: "integrity", rung: 2, caseId: null };
    await returnScores(partner, {
      ...{ appraisalId: id, version: target.version + 1 },
      reasons: [{ ...pin, reason: "看不清经过", caseReason: "insufficient" as const }],
    });
    const after = await readAuditQueue(partner.actor, at, company.now);
    expect(after).toMatchObject({ total: queue.total, waiting: queue.waiting - 1 });
    expect(after.previous?.appraisalId).not.toBe(id);
    expect(of(after, id)).toMatchObject([
      { outcome: "confirmed", opens: false },
      { outcome: "returned", opens: false },
    ]);
    const tomorrow = await readAuditQueue(partner.actor, at, new Date(company.now.getTime() + day));
    expect(of(tomorrow, id)).toEqual([]);
  });

  it("holds a sheet of the second level once, with the strongest reason to look", async () => {
    const manager = { "customer-first": 10, integrity: 2 };
    const sheet = await appraisalIn(company, "second_level", { manager });
    const agreed = await appraisalIn(company, "second_level");
    const returned = await appraisalIn(company, "second_level");
    const boss = company.context("secondLevel");
    await agreeToSheets(boss, { items: [agreed.target], comment: "" });
    await returnSheet(boss, {
      ...returned.target,
      reasons: [{ reason: "请补充", value: "passion", rung: 3, caseId: null }],
    });
    const queue = await readReviewQueue(boss.actor, sheet.id, company.now);
    expect(of(queue, sheet.id)).toMatchObject([{ value: null, outcome: null, mark: "five" }]);
    expect(of(queue, agreed.id)).toMatchObject([{ outcome: "agreed", opens: true }]);
    expect(of(queue, returned.id)).toMatchObject([{ outcome: "returned", opens: false }]);
  });

  it("does not lead an approver back to a sheet that is decided", async () => {
    const { id, target } = await appraisalIn(company, "approval");
    const head = company.context("divisionHead");
    const at = { appraisalId: id, value: "customer-first" };
    const before = await readTopQueue(head.actor, at, company.now);
    expect(before.here).toMatchObject({ halfPoints: 10, opens: true });
    await approveTop(head, { ...target, value: "customer-first", reason: "好的示范" });
    const after = await readTopQueue(head.actor, at, company.now);
    expect(after.waiting).toBe(before.waiting - 1);
    expect(of(after, id)).toMatchObject([{ outcome: "approved", opens: false }]);
  });
});
