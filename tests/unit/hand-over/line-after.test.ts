import { describe, expect, it } from "vitest";
import { lineAfter, type Candidates } from "@/lib/hand-over/rules";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Holders } from "@/lib/appraisal/standing";
import type { PersonPost } from "@/lib/hand-over/types";
import { subjectIn } from "../appraisal/support";

/** Who reports to nobody. */
const alone = (...ids: readonly string[]) => ids.map((id) => ({ id, line: [] }));
const candidates: Candidates = {
  above: alone("second", "third", "chief"),
  heads: alone("second", "approver", "chief"),
  partners: alone("partner", "other partner"),
};

interface Case {
  readonly state?: AppraisalState;
  readonly line?: Partial<Holders>;
  readonly from?: string;
  readonly posts?: readonly PersonPost[];
  readonly to?: string | null;
}

function after({ state = "manager_scoring", line = {}, from = "manager", ...rest }: Case) {
  const { posts = ["manager"], to = null } = rest;
  return lineAfter(subjectIn(state, line), from, posts, to, candidates);
}

const usual = { managerId: "manager", secondLevelId: "second", approverId: "approver" };

describe("who holds a sheet once somebody gave it away", () => {
  it("is the next in line where nobody is named, and who stands above them reviews", () => {
    const found = after({});
    expect(found).toMatchObject({
      managerId: "second",
      secondLevelId: "third",
      approverId: "approver",
    });
  });

  it("is the successor where one is named, who then neither reviews nor approves it", () => {
    expect(after({ to: "approver" })).toMatchObject({
      managerId: "approver",
      approverId: "second",
    });
    expect(after({ to: "new" })).toMatchObject({ managerId: "new", secondLevelId: "second" });
  });

  it("keeps the second level once it has agreed", () => {
    expect(after({ state: "interview", to: "new" })).toMatchObject({ secondLevelId: "second" });
  });

  it("never is the employee, the one who gave it, a former scorer or a declared relation", () => {
    expect(after({ line: { relatedIds: ["second"] } })).toMatchObject({ managerId: "third" });
    expect(after({ line: { employeeId: "second" } })).toMatchObject({ managerId: "third" });
    const scored = { line: { scorerIds: ["third"] } };
    expect(after(scored)).toMatchObject({ managerId: "second", secondLevelId: "chief" });
    const related = { ...usual, from: "second", line: { relatedIds: ["third"] } };
    const posts = ["second_level"] as const;
    expect(after({ ...related, posts })).toMatchObject({ secondLevelId: "chief" });
  });

  it("leaves the approval to somebody else where the policy keeps the second level from it", () => {
    const line = { approverId: "second", secondLevelId: "second" };
    const own = { from: "approver", posts: [], line } as const;
    expect(after(own)).toMatchObject({ approverId: "second" });
    const apart = { ...own, line: { ...line, approverApart: true } };
    expect(after(apart)).toMatchObject({ approverId: "chief" });
  });

  it("is nobody where nobody stands above", () => {
    const relatedIds = ["second", "third", "chief"];
    expect(after({ line: { relatedIds } })).toBeNull();
  });

  it("gives an office its post back where no partner is left", () => {
    const line = { relatedIds: ["partner", "other partner"] };
    const found = after({ from: "partner", posts: ["hr_partner"], line });
    expect(found).toMatchObject({ hrPartnerId: null, managerId: "manager" });
  });
});
