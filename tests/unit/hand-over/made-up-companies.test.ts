import fc from "fast-check";
import { expect, it } from "vitest";
import type { AppraisalState } from "@/lib/appraisal/types";
import {
  holdersIn,
  lineAfter,
  movedPosts,
  openStates,
  postsOf,
  successorFault,
  type Candidate,
} from "@/lib/hand-over/rules";
import { subjectIn } from "../appraisal/support";

/** Twelve people, each of whom reports to one of those before; the first to nobody. Few, so that one has several parts. */
const size = 12;
const idOf = (index: number) => `p${String(index)}`;
const ids = Array.from({ length: size }, (_, index) => idOf(index));
const some = (maxLength: number) => fc.subarray(ids, { maxLength });
const perhaps = fc.option(fc.constantFrom(...ids), { nil: null });
const company = fc.record({
  managers: fc.array(fc.nat(), { minLength: size, maxLength: size }),
  here: fc.array(fc.nat(9), { minLength: size, maxLength: size }),
  heads: some(4),
  partners: some(4),
});
const sheet = fc.record({
  state: fc.constantFrom<AppraisalState>(...openStates),
  employee: fc.constantFrom(...ids),
  holders: fc.tuple(perhaps, perhaps, perhaps, perhaps),
  approverApart: fc.boolean(),
  relatedIds: some(2),
  scorerIds: some(2),
  reviewerIds: some(2),
  auditorIds: some(2),
  voterIds: some(2),
  goes: fc.nat(),
});

type Company = ReturnType<(typeof company)["generate"]>["value"];
type Given = ReturnType<(typeof sheet)["generate"]>["value"];

it("whoever a sheet falls to is somebody HR could have named, in 6,000 made-up companies", () => {
  const fallen = { manager: 0, second_level: 0, approver: 0, hr_partner: 0 };
  const check = ({ managers, here, heads, partners }: Company, given: Given) => {
    const lineOf = (index: number): readonly string[] => {
      if (index === 0) return [];
      const above = (managers[index] ?? 0) % index;
      return [idOf(above), ...lineOf(above)];
    };
    const candidates = (among: readonly string[]): readonly Candidate[] =>
      among
        .filter((id) => (here[ids.indexOf(id)] ?? 0) > 2)
        .map((id) => ({ id, line: lineOf(ids.indexOf(id)) }));
    const { state, employee, holders, goes, ...parts } = given;
    const [managerId, secondLevelId, approverId, hrPartnerId] = holders.map((id) =>
      id === employee ? null : id,
    );
    const from = [managerId, secondLevelId, approverId, hrPartnerId].filter((id) => id !== null);
    const leaver = from[goes % Math.max(from.length, 1)];
    if (managerId == null || leaver == null) return;
    const subject = subjectIn(state, {
      ...{ ...parts, employeeId: employee, managerId },
      ...{ secondLevelId: secondLevelId ?? null, approverId: approverId ?? null },
      relatedIds: parts.relatedIds.filter((id) => id !== employee),
    });
    const held = { ...subject, hrPartnerId: hrPartnerId ?? null };
    const unit = { heads: candidates(heads), partners: candidates(partners) };
    const above = candidates(lineOf(ids.indexOf(leaver)));
    const line = { ...unit, above };
    const named = (id: string) => ({
      ...{ id, isAway: false, isHrAdmin: false, line: lineOf(ids.indexOf(id)) },
      leads: ids.some((_, index) => lineOf(index)[0] === id),
    });
    const aroundIn = ({ managerId }: { readonly managerId: string | null }) => ({
      ...unit,
      aboveManager: managerId === null ? [] : lineOf(ids.indexOf(managerId)),
    });
    const after = lineAfter(held, leaver, postsOf(held, leaver), null, line);
    const moved = after === null ? [] : movedPosts(held, after).map((one) => ({ ...one, after }));
    for (const { post, to, after: people } of moved) {
      if (to === null) continue;
      fallen[post] += 1;
      const by = named(to);
      expect([post, successorFault({ ...held, ...people }, [post], by, aroundIn(people))]).toEqual([
        post,
        null,
      ]);
      expect(to).not.toBe(leaver);
    }
    const elsewhere = holdersIn(held, "another division", unit);
    for (const [post, to] of [
      ["hr_partner", elsewhere.hrPartnerId],
      ["approver", elsewhere.approverId],
    ] as const) {
      if (to === null) continue;
      const by = named(to);
      expect([post, successorFault(held, [post], by, aroundIn(held))]).toEqual([post, null]);
    }
  };
  fc.assert(fc.property(company, sheet, check), { numRuns: 6_000 });
  for (const count of Object.values(fallen)) expect(count).toBeGreaterThan(100);
});
