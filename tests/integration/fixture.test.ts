import { beforeAll, describe, expect, it } from "vitest";
import { appraisalStates } from "@/lib/appraisal/stages";
import { database } from "@/lib/db/client";
import { resultOf } from "@/lib/sheet/rules";
import { readSheets } from "@/lib/sheet/store/read";
import { appraisalIn } from "../support/appraisal";
import { buildCompany, type TestCompany } from "../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

describe("the company other tests stand on", () => {
  it.each(appraisalStates)("puts an appraisal into %s", async (state) => {
    const { id } = await appraisalIn(company, state);
    const row = await database().appraisal.findUniqueOrThrow({ where: { id } });
    expect(row.state).toBe(state);
    const { ruleset } = company;
    const sheets = await database().$transaction((tx) => readSheets(tx, id, ruleset));
    const total = (side: "self" | "manager") =>
      resultOf(ruleset.framework, ruleset.policy, sheets, side);
    expect(row.selfTotal).toBe(state === "self_review" ? null : total("self").total);
    const scored = row.managerSubmittedAt !== null;
    expect(row.managerTotal).toBe(scored ? total("manager").total : null);
    if (scored) {
      const errors = total("manager").problems.filter((p) => p.severity === "error");
      expect(errors).toEqual([]);
      expect(row.managerTotal).toBe(10 + 2 + 4 * 6);
    }
  });
});
