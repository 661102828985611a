import { beforeAll, describe, expect, test } from "vitest";
import { chain, stepOf } from "@/lib/appraisal/stages";
import { approveTop } from "@/lib/approval/commands";
import type { CommandContext } from "@/lib/authz/actor";
import { refuse } from "@/lib/errors/outcome";
import { confirmScore } from "@/lib/hr-audit/commands";
import { readHome } from "@/lib/home/queries";
import { readOwnAppraisals, readResult } from "@/lib/result/queries";
import { submitSelfReview } from "@/lib/self-review/commands";
import { readSelfReview } from "@/lib/self-review/queries";
import { withCurrentSheet } from "@/lib/sheet/commands";
import type { Side } from "@/lib/sheet/types";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import type { Scores } from "../../support/sheets";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const plain: Scores = { "customer-first": 6, integrity: 6 };

/** Everything the employee is answered anywhere, with what tells one appraisal from another struck out. */
async function seenBy(appraisal: TestAppraisal): Promise<string> {
  const { employee, id } = appraisal;
  const { now } = company;
  const seen = {
    home: await readHome(employee, company.now),
    mine: await readOwnAppraisals(employee),
    review: await readSelfReview(employee, id, now),
    result: await readResult(employee, id, now),
    trail: await readTrail(employee, id),
    refusals: await Promise.all(
      [1, 2, 3, 4, 5].map((version) =>
        submitSelfReview(appraisal.context(), { appraisalId: id, version, unchanged: false }),
      ),
    ),
  };
  const text = JSON.stringify(seen, (name: string, value: unknown) =>
    name === "sheet" || name === "values" ? undefined : value,
  );
  const own = [id, employee.employeeId, employee.name, employee.number];
  return own.reduce((rest, word) => rest.replaceAll(word, "·"), text);
}

describe("before publication the employee", () => {
  test("sees the same whether a 5 is pending or nothing is", async () => {
    const five = await appraisalIn(company, "approval", { self: plain });
    const none = await appraisalIn(company, "second_level", { self: plain, manager: plain });
    expect(await seenBy(five)).toBe(await seenBy(none));
  });

  test.each(chain.states)(
    "is given the step and not the state by a stale answer in %s",
    async (state) => {
      const appraisal = await appraisalIn(company, state, { self: plain });
      const stale = refuse("stale", { data: { version: 0 } });
      const answered = async (context: CommandContext, side: Side) => {
        const outcome = await withCurrentSheet(context, appraisal.target, side, stale);
        return !outcome.ok && outcome.code === "stale" ? outcome.data?.state : null;
      };
      const own = state === "self_review" ? stepOf(state) : undefined;
      expect(await answered(appraisal.context(), "self")).toBe(own);
      const ofManager = state === "manager_scoring" ? state : undefined;
      expect(await answered(company.context("manager"), "manager")).toBe(ofManager);
    },
  );

  test("cannot count HR's and the approver's steps", async () => {
    const appraisal = await appraisalIn(company, "hr_audit", { self: plain });
    const before = await seenBy(appraisal);
    const { id: appraisalId } = appraisal;
    const hr = company.context("hrPartner");
    for (const [index, value] of ["customer-first", "integrity"].entries()) {
      const words = { comment: "" };
      const input = { appraisalId, version: index + 1, value, ...words };
      expect(await confirmScore(hr, input)).toMatchObject({ ok: true });
      expect(await seenBy(appraisal)).toBe(before);
    }
    const decision = { appraisalId, version: 3, value: "customer-first", reason: "可以示范。" };
    const head = company.context("divisionHead");
    expect(await approveTop(head, decision)).toMatchObject({ ok: true });
    expect((await readSelfReview(appraisal.employee, appraisalId, company.now))?.version).toBe(0);
  });
});
