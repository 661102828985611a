import { beforeAll, describe, expect, it } from "vitest";
import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import { acknowledgeResult, confirmMinutes, contestMinutes } from "@/lib/result/commands";
import { readResult } from "@/lib/result/queries";
import { contestSchema } from "@/lib/result/schema";
import { readTrail } from "@/lib/trail/queries";
import { eventsOf, rowOf } from "../../support/review";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const words = "面谈只有十分钟，没有谈到扣分的事实。";

function contest(appraisal: TestAppraisal, version = 1, text = words, at = 0) {
  const input = parseInput(contestSchema, { ...appraisal.target, version, text });
  return input.ok ? contestMinutes(appraisal.context(at), input.value) : Promise.resolve(input);
}

describe("saying what differs from the record", () => {
  it("keeps the words beside it, for every reader of the result, and in the trail", async () => {
    const appraisal = await appraisalIn(company, "published");
    expect(await contest(appraisal)).toEqual({ ok: true, value: { version: 2, value: null } });
    expect((await eventsOf(appraisal.id)).map(({ kind, payload }) => [kind, payload])).toEqual([
      ["interview.contested", {}],
    ]);
    for (const person of ["manager", "secondLevel", "hrPartner"] as const) {
      const result = await readResult(company.actor(person), appraisal.id, company.now);
      expect(result?.interview).toMatchObject({
        confirmedAt: null,
        contest: { text: words, at: company.now },
      });
    }
    const trail = await readTrail(company.actor("manager"), appraisal.id);
    expect(trail?.entries[0]).toMatchObject({ event: { kind: "interview.contested" }, words });
  });

  it("keeps nobody from acknowledging the result, and is no objection to it", async () => {
    const appraisal = await appraisalIn(company, "published");
    await contest(appraisal);
    expect((await rowOf(appraisal.id)).state).toBe("published");
    const given = { ...appraisal.target, version: 2, answer: "accepted" as const };
    expect(await acknowledgeResult(appraisal.context(), given)).toMatchObject({ ok: true });
    expect((await rowOf(appraisal.id)).state).toBe("acknowledged");
  });

  it("is done once, and not beside a confirmation", async () => {
    const confirmed = await appraisalIn(company, "published");
    await confirmMinutes(confirmed.context(), confirmed.target);
    expect(await contest(confirmed, 2)).toEqual({ ok: false, code: "already_done" });
    const contested = await appraisalIn(company, "published");
    await contest(contested);
    expect(await contest(contested, 2)).toEqual({ ok: false, code: "already_done" });
    const late = await confirmMinutes(contested.context(), { ...contested.target, version: 2 });
    expect(late).toEqual({ ok: false, code: "already_done" });
  });

  it.each([
    ["nothing", " \u200b", "difference_required"],
    ["too much", "长".repeat(2001), "too_long"],
  ])("is refused with %s, at the field", async (_, text, code) => {
    const appraisal = await appraisalIn(company, "published");
    expect(await contest(appraisal, 1, text)).toMatchObject({ fields: { text: { code } } });
    expect(await eventsOf(appraisal.id)).toEqual([]);
  });

  it("is refused after the window, before publication and to everybody else", async () => {
    const appraisal = await appraisalIn(company, "published");
    expect(await contest(appraisal, 1, words, 60)).toEqual({ ok: false, code: "window_closed" });
    const before = await appraisalIn(company, "interview");
    expect(await contest(before)).toEqual({ ok: false, code: "wrong_state" });
    for (const person of ["manager", "hrPartner", "colleague"] as const) {
      const input = { ...appraisal.target, text: words };
      const refused = await contestMinutes(company.context(person), input);
      expect(refused).toEqual({ ok: false, code: "not_found" });
    }
  });
});

describe("the database", () => {
  it("takes either answer once, and never both", async () => {
    const run = (sql: string) => database().$executeRawUnsafe(sql);
    const { id } = await appraisalIn(company, "published");
    const where = `WHERE appraisal_id = '${id}'`;
    const set = (columns: string) => run(`UPDATE interview SET ${columns} ${where}`);
    await expect(set("contested_at = now()")).rejects.toThrow("interview_answered_once");
    await expect(set("contested_at = now(), contest = ''")).rejects.toThrow(
      "interview_answered_once",
    );
    await set("contested_at = now(), contest = 'x'");
    await expect(set("contest = 'y'")).rejects.toThrow("append-only");
    await expect(set("confirmed_at = now()")).rejects.toThrow("interview_answered_once");
  });
});
