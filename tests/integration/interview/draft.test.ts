import { beforeAll, describe, expect, it } from "vitest";
import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import { saveMinutes } from "@/lib/interview/commands/draft";
import { recordInterview } from "@/lib/interview/commands/record";
import { readInterview } from "@/lib/interview/queries/guide";
import { saveMinutesSchema } from "@/lib/interview/schema";
import type { AppraisalState } from "@/lib/appraisal/types";
import { alter, eventsOf, rowOf } from "../../support/review";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const form = {
  ...{ heldOn: "2026-11-21", good: "接住了电话", short: "", direction: "", deductions: "" },
  ...{ minutes: "", told: ["integrity"] },
};
const whole = { ...form, short: "差错隔天才上报", direction: "写交接表", minutes: "双方核对" };

function save(
  { id }: TestAppraisal,
  version: number,
  over: Partial<typeof form> = {},
  by: Person = "manager",
) {
  const input = parseInput(saveMinutesSchema, { appraisalId: id, version, ...form, ...over });
  return input.ok ? saveMinutes(company.context(by), input.value) : Promise.resolve(input);
}

const drafts = (appraisalId: string) =>
  database().interviewDraft.findMany({ where: { appraisalId } });
const run = (sql: string) => database().$executeRawUnsafe(sql);

describe("minutes saved while they are written", () => {
  it("stand there again, without a word in the trail and without a new version of the sheet", async () => {
    const appraisal = await appraisalIn(company, "interview");
    expect(await save(appraisal, 0)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await save(appraisal, 1, { short: "复盘慢", heldOn: "" })).toMatchObject({
      value: { version: 2, value: { savedAt: company.now.toISOString() } },
    });
    const sheet = await readInterview(company.actor("manager"), appraisal.id, company.now);
    expect(sheet?.draft).toEqual({ version: 2, form: { ...form, short: "复盘慢", heldOn: "" } });
    expect(await eventsOf(appraisal.id)).toEqual([]);
    expect((await rowOf(appraisal.id)).version).toBe(1);
  });

  it("are refused to a page that does not know the latest, with what stands there", async () => {
    const appraisal = await appraisalIn(company, "interview");
    await save(appraisal, 0, { good: "另一台设备写的" });
    expect(await save(appraisal, 0)).toEqual({
      ok: false,
      code: "stale",
      data: {
        version: 1,
        state: "interview",
        draft: { version: 1, form: { ...form, good: "另一台设备写的" } },
      },
    });
    const refused = await recordInterview(company.context("manager"), {
      ...appraisal.target,
      ...whole,
      draftVersion: 0,
    });
    expect(refused).toMatchObject({ code: "stale", data: { version: 1, draft: { version: 1 } } });
    expect((await rowOf(appraisal.id)).state).toBe("interview");
  });

  it("of one version are saved once when sent five times at the same moment", async () => {
    const appraisal = await appraisalIn(company, "interview");
    const race = await Promise.all([1, 2, 3, 4, 5].map(() => save(appraisal, 0)));
    expect(race.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await drafts(appraisal.id)).toMatchObject([{ version: 1 }]);
  });

  it("are gone once they are recorded", async () => {
    const appraisal = await appraisalIn(company, "interview");
    await save(appraisal, 0);
    const input = { ...appraisal.target, ...whole, draftVersion: 1 };
    expect(await recordInterview(company.context("manager"), input)).toMatchObject({ ok: true });
    expect(await drafts(appraisal.id)).toEqual([]);
    expect(await save(appraisal, 1)).toEqual({ ok: false, code: "wrong_state" });
  });

  it.each([
    ["a day that does not exist", { heldOn: "2026-02-30" }, "heldOn", "invalid_date"],
    ["too long a text", { minutes: "长".repeat(4001) }, "minutes", "too_long"],
  ])("are refused with %s, at the field", async (_, over, field, code) => {
    const appraisal = await appraisalIn(company, "interview");
    expect(await save(appraisal, 0, over)).toMatchObject({ fields: { [field]: { code } } });
    expect(await drafts(appraisal.id)).toEqual([]);
  });

  it.each<[Person]>([
    ["otherManager"],
    ["secondLevel"],
    ["divisionHead"],
    ["hrPartner"],
    ["hrAdmin"],
    ["colleague"],
  ])("are not %s's to write", async (person) => {
    const appraisal = await appraisalIn(company, "interview");
    expect(await save(appraisal, 0, {}, person)).toEqual({ ok: false, code: "not_found" });
  });

  it.each<[AppraisalState]>([["manager_scoring"], ["approval"], ["published"]])(
    "are refused in %s",
    async (state) => {
      expect(await save(await appraisalIn(company, state), 0)).toEqual({
        ok: false,
        code: "wrong_state",
      });
    },
  );

  it("stay with their author: whoever takes the sheet over begins with an empty form", async () => {
    const appraisal = await appraisalIn(company, "interview");
    await save(appraisal, 0);
    await alter(appraisal.id, { managerId: company.ids.otherManager });
    const taken = await readInterview(company.actor("otherManager"), appraisal.id, company.now);
    expect(taken?.draft).toMatchObject({ version: 0, form: { good: "", told: [] } });
    expect(await readInterview(company.actor("manager"), appraisal.id, company.now)).toBeNull();
  });
});

describe("the database", () => {
  it("refuses a draft whose version does not grow by one, or that changes its author", async () => {
    const appraisal = await appraisalIn(company, "interview");
    await save(appraisal, 0);
    const where = `WHERE appraisal_id = '${appraisal.id}'`;
    for (const set of [
      "good = 'x'",
      "version = 1",
      `version = 2, author_id = '${company.ids.hrAdmin}'`,
    ])
      await expect(run(`UPDATE interview_draft SET ${set} ${where}`)).rejects.toThrow("draft");
    await expect(run("TRUNCATE interview_draft")).rejects.toThrow();
  });
});
