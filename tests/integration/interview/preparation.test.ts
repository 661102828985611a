import { beforeAll, describe, expect, it } from "vitest";
import { parseInput } from "@/lib/commands/request";
import type { CommandContext } from "@/lib/authz/actor";
import { prepareInterview } from "@/lib/interview/commands/prepare";
import { recordInterview } from "@/lib/interview/commands/record";
import { readInterview } from "@/lib/interview/queries/guide";
import { readOwnInterview } from "@/lib/interview/queries/own";
import { prepareSchema } from "@/lib/interview/schema";
import { readResult } from "@/lib/result/queries";
import { eventsOf, rowOf } from "../../support/review";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

function prepare(context: CommandContext, { id }: TestAppraisal, version: number, words: string) {
  const given = { appraisalId: id, version, topics: words, notes: `${words}的笔记` };
  const input = parseInput(prepareSchema, given);
  return input.ok ? prepareInterview(context, input.value) : Promise.resolve(input);
}

describe("what each side prepares", () => {
  it("is its own alone, before the interview and after it is recorded", async () => {
    const appraisal = await appraisalIn(company, "interview");
    const { id, employee, target } = appraisal;
    expect(await prepare(company.context("manager"), appraisal, 0, "主管之秘")).toMatchObject({
      value: { version: 1 },
    });
    expect(await prepare(appraisal.context(), appraisal, 0, "本人之秘")).toMatchObject({
      value: { version: 1 },
    });
    const guide = await readInterview(company.actor("manager"), id, company.now);
    expect(guide?.preparation).toEqual({ version: 1, topics: "主管之秘", notes: "主管之秘的笔记" });
    expect(JSON.stringify(guide)).not.toContain("本人之秘");
    const own = await readOwnInterview(employee, id, company.now);
    expect(own?.preparation).toMatchObject({ version: 1, topics: "本人之秘" });
    expect(JSON.stringify(own)).not.toContain("主管之秘");
    const record = {
      ...{ heldOn: "2026-11-21", good: "好", short: "慢", direction: "快", deductions: "" },
      ...{ minutes: "谈过", told: [], draftVersion: 0 },
    };
    await recordInterview(company.context("manager"), { ...target, ...record });
    const after = [
      await readResult(employee, id, company.now),
      await readResult(company.actor("manager"), id, company.now),
      await readInterview(company.actor("manager"), id, company.now),
      await readInterview(company.actor("hrPartner"), id, company.now),
    ];
    for (const page of after) expect(JSON.stringify(page)).not.toContain("之秘");
  });

  it("leaves nothing in the trail and the sheet's version alone", async () => {
    const appraisal = await appraisalIn(company, "interview");
    await prepare(appraisal.context(), appraisal, 0, "轮岗");
    expect(await eventsOf(appraisal.id)).toEqual([]);
    expect((await rowOf(appraisal.id)).version).toBe(1);
  });

  it("is refused to a page that does not know the latest, with what stands there", async () => {
    const appraisal = await appraisalIn(company, "interview");
    await prepare(appraisal.context(), appraisal, 0, "先写的");
    expect(await prepare(appraisal.context(), appraisal, 0, "后写的")).toMatchObject({
      code: "stale",
      data: { version: 1, preparation: { version: 1, topics: "先写的" } },
    });
    const long = await prepare(appraisal.context(), appraisal, 1, "长".repeat(4001));
    expect(long).toMatchObject({ fields: { topics: { code: "too_long" } } });
  });

  it.each<[Person]>([["secondLevel"], ["hrPartner"], ["otherManager"], ["colleague"]])(
    "is not %s's to write",
    async (person) => {
      const appraisal = await appraisalIn(company, "interview");
      const refused = await prepare(company.context(person), appraisal, 0, "x");
      expect(refused).toEqual({ ok: false, code: "not_found" });
    },
  );
});

describe("where both sides differ", () => {
  it("the three largest stand first, whichever is higher; what both scored alike does not", async () => {
    const manager = { "customer-first": 8, teamwork: 2, integrity: 6, passion: 5 };
    const self = { "customer-first": 6, teamwork: 6, integrity: 6, passion: 6, dedication: 10 };
    const { id } = await appraisalIn(company, "interview", { manager, self });
    const guide = await readInterview(company.actor("manager"), id, company.now);
    const apart = guide?.differences.map(({ self: own, manager: given }) => given - (own ?? 0));
    expect(guide?.differences).toHaveLength(3);
    expect(apart?.map(Math.abs)).toEqual(apart?.map(Math.abs).toSorted((a, b) => b - a));
    expect(guide?.differences.map(({ key }) => key)).not.toContain("integrity");
    expect(guide?.differences.map(({ key }) => key)).toContain("teamwork");
  });
});
