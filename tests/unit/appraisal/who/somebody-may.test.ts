import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { may, type Verb } from "@/lib/appraisal/permissions";
import { chain } from "@/lib/appraisal/stages";
import { actorOf, subjectIn } from "../support";

/** What each turn waits for; of named posts a hand-over sees to it that their holder may act. */
const work: Partial<Record<(typeof chain.states)[number], Verb>> = {
  self_review: "self.write",
  manager_scoring: "manager.write",
  second_level: "second_level.decide",
  hr_audit: "hr.decide",
  approval: "approval.decide",
  interview: "interview.write",
  published: "result.answer",
  objected: "hr.reopen",
};
const waiting = chain.where(({ turn }) => turn !== null);

const office = ["p", "q", "r", "admin", "other"];
const anyone = [...office, "s", "t", "u"];
const some = fc.subarray(office, { maxLength: 3 });
const anyCompany = fc
  .record({
    state: fc.constantFrom(...waiting),
    employeeId: fc.constantFrom(...anyone),
    managerId: fc.constantFrom(...anyone),
    secondLevelId: fc.option(fc.constantFrom(...anyone), { nil: null }),
    approverId: fc.constantFrom("head", null),
    /** Partners who left or are away are not among them. */
    partnerIds: fc.subarray(["p", "q", "r"]),
    relatedIds: some,
    scorerIds: some,
    reviewerIds: some,
    auditorIds: some,
    voterIds: some,
  })
  .filter(
    ({ employeeId, managerId, secondLevelId, scorerIds, relatedIds }) =>
      // What hand-over and declared relations keep true of the posts.
      managerId !== employeeId &&
      ![employeeId, managerId, ...scorerIds, ...relatedIds].includes(secondLevelId ?? "") &&
      !relatedIds.includes(employeeId) &&
      !relatedIds.includes(managerId),
  );

const mayAct = (ids: readonly string[], sheet: ReturnType<typeof subjectIn>, verb: Verb) =>
  ids.filter((id) => {
    const hrOf = sheet.partnerIds.includes(id) ? [sheet.departmentId] : [];
    return may(actorOf(id, { isHrAdmin: ["admin", "other"].includes(id), hrOf }), verb, sheet).ok;
  });

/** An administrator without any part in the sheet. */
const isClear = (id: string, sheet: ReturnType<typeof subjectIn>) =>
  ![
    ...[sheet.employeeId, sheet.managerId, sheet.secondLevelId],
    ...[sheet.relatedIds, sheet.scorerIds, sheet.reviewerIds, sheet.auditorIds, sheet.voterIds],
  ]
    .flat()
    .includes(id);

describe("a sheet that waits", () => {
  it("waits for somebody who may act, as long as one HR administrator has no part in it", () => {
    let stoodIn = 0;
    fc.assert(
      fc.property(anyCompany, ({ state, ...line }) => {
        const sheet = subjectIn(state, line);
        fc.pre(["admin", "other"].some((id) => isClear(id, sheet)));
        const verb = work[state];
        if (verb === undefined) throw new Error(`nothing is done in ${state}`);
        const found = mayAct([...anyone, "head"], sheet, verb);
        expect(found).not.toEqual([]);
        expect(
          found.filter((id) => sheet.relatedIds.includes(id) && id !== line.employeeId),
        ).toEqual([]);
        const byAdmin = found.some((id) => ["admin", "other"].includes(id));
        if (state === "hr_audit" && byAdmin) stoodIn += 1;
      }),
      { numRuns: 5_000 },
    );
    expect(stoodIn).toBeGreaterThan(0);
  });

  it("is approved by another administrator, where one audited it and nobody is named to approve", () => {
    let approved = 0;
    fc.assert(
      fc.property(anyCompany, ({ state: _any, ...line }) => {
        const audited = { ...line, approverId: null, auditorIds: ["admin"] };
        const sheet = subjectIn("approval", audited);
        if (!isClear("other", sheet)) return;
        const found = mayAct([...anyone, "head"], sheet, "approval.decide");
        expect(found).toEqual(["other"]);
        approved += 1;
      }),
      { numRuns: 2_000 },
    );
    expect(approved).toBeGreaterThan(0);
  });

  it("is a partner's before it is an administrator's", () => {
    fc.assert(
      fc.property(anyCompany, (line) => {
        const sheet = subjectIn("hr_audit", line);
        const partners = mayAct(sheet.partnerIds, sheet, "hr.decide");
        const administrators = mayAct(["admin", "other"], sheet, "hr.decide");
        expect(partners.length > 0 && administrators.length > 0).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
