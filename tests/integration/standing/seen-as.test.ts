import { beforeAll, describe, expect, test } from "vitest";
import type { Ground } from "@/lib/appraisal/standing";
import type { AppraisalState } from "@/lib/appraisal/types";
import { readTopDossier } from "@/lib/approval/queries";
import type { Actor } from "@/lib/authz/actor";
import { openAuditDossier } from "@/lib/hr-audit/queries/sheet";
import { readInterview } from "@/lib/interview/queries/guide";
import { readScoring } from "@/lib/manager-scoring/queries";
import { readResult } from "@/lib/result/queries";
import { readReviewDossier } from "@/lib/second-level/queries";
import { readSelfReview } from "@/lib/self-review/queries";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn, type PlaceOptions } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

type Seen = { readonly seenAs: Ground } | null | undefined;
type Room = (actor: Actor, id: string) => Promise<Seen>;

const rooms = {
  selfReview: async (actor, id) => readSelfReview(actor, id, company.now),
  scoring: async (actor, id) => readScoring(actor, id, company.now),
  secondLevel: (actor, id) => readReviewDossier(actor, id, company.now),
  audit: async (actor, id) => openAuditDossier(actor, id, company.now),
  approval: (actor, id) => readTopDossier(actor, id, company.now),
  interview: async (actor, id) => (await readInterview(actor, id, company.now))?.dossier,
  result: async (actor, id) => (await readResult(actor, id, company.now))?.dossier,
  trail: readTrail,
} satisfies Record<string, Room>;

type Case = readonly [keyof typeof rooms, AppraisalState, Person | "self", Ground | null];

async function seenAs(
  [room, state, who]: Case,
  line: NonNullable<PlaceOptions["line"]> = {},
): Promise<Ground | null> {
  const { id, employee } = await appraisalIn(company, state, { line });
  const seen = await rooms[room](who === "self" ? employee : company.actor(who), id);
  return seen?.seenAs ?? null;
}

describe("every room says why its reader is let in", () => {
  test.each<Case>([
    ["selfReview", "self_review", "self", "self"],
    ["selfReview", "approval", "self", "self"],
    ["scoring", "self_review", "manager", "manager"],
    ["scoring", "approval", "manager", "manager"],
    ["secondLevel", "second_level", "secondLevel", "second_level"],
    ["audit", "hr_audit", "hrPartner", "hr"],
    ["approval", "approval", "divisionHead", "approver"],
    ["interview", "interview", "manager", "manager"],
    ["interview", "published", "secondLevel", "second_level"],
    ["interview", "published", "hrPartner", "hr"],
    ["result", "published", "self", "self"],
    ["result", "published", "manager", "manager"],
    ["result", "acknowledged", "secondLevel", "second_level"],
    ["result", "objected", "hrPartner", "hr"],
    ["trail", "approval", "self", "self"],
    ["trail", "approval", "manager", "manager"],
    ["trail", "approval", "hrPartner", "hr"],
  ])("%s, %s, %s: %s", async (...wanted) => {
    expect(await seenAs(wanted)).toBe(wanted[3]);
  });

  test.each<Case>([
    ["selfReview", "self_review", "manager", null],
    ["scoring", "manager_scoring", "secondLevel", null],
    ["secondLevel", "second_level", "manager", null],
    ["audit", "hr_audit", "manager", null],
    ["approval", "approval", "hrPartner", null],
    ["interview", "published", "self", null],
    ["result", "interview", "self", null],
    ["trail", "approval", "divisionHead", null],
  ])("%s, %s, %s: absent", async (...wanted) => {
    expect(await seenAs(wanted)).toBeNull();
  });
});

describe("where nobody holds the post, who stands in", () => {
  test("HR as the second level, in its room and beside it", async () => {
    const line = { secondLevelId: null };
    const asked = (room: Case[0], state: AppraisalState) =>
      seenAs([room, state, "hrPartner", null], line);
    expect(await asked("secondLevel", "second_level")).toBe("hr_as_second_level");
    expect(await asked("audit", "hr_audit")).toBe("hr");
    expect(await asked("result", "published")).toBe("hr_as_second_level");
  });

  test("the HR administrator as the approver", async () => {
    const line = { approverId: null };
    expect(await seenAs(["approval", "approval", "hrAdmin", null], line)).toBe(
      "hr_admin_as_approver",
    );
  });
});

test("the approver's room is for the top alone, whatever else they are", async () => {
  const line = { approverId: company.ids.secondLevel };
  const { id } = await appraisalIn(company, "approval", { line });
  const reader = company.actor("secondLevel");
  const top = await readTopDossier(reader, id, company.now);
  expect(top?.seenAs).toBe("approver");
  expect([top?.totals, top?.sums, top?.band]).toEqual([null, null, null]);
  expect((await readReviewDossier(reader, id, company.now))?.totals).not.toBeNull();
});
