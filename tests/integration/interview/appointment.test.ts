import { beforeAll, describe, expect, it } from "vitest";
import { parseInput } from "@/lib/commands/request";
import { database } from "@/lib/db/client";
import { readHome } from "@/lib/home/queries";
import { arrangeInterview } from "@/lib/interview/commands/arrange";
import { recordInterview } from "@/lib/interview/commands/record";
import { readAgreed } from "@/lib/interview/queries/calendar";
import { readInterview } from "@/lib/interview/queries/guide";
import { readOwnInterview } from "@/lib/interview/queries/own";
import { arrangeSchema } from "@/lib/interview/schema";
import { readOwnAppraisals, readResult } from "@/lib/result/queries";
import { readTrail } from "@/lib/trail/queries";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { eventsOf, rowOf } from "../../support/review";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const when = { day: "2026-11-25", time: "14:30", minutes: 45, place: "三号会议室", note: "" };

function arrange(
  context: CommandContext,
  { id }: TestAppraisal,
  version: number,
  over: Partial<typeof when> = {},
) {
  const input = parseInput(arrangeSchema, { appraisalId: id, version, ...when, ...over });
  return input.ok ? arrangeInterview(context, input.value) : Promise.resolve(input);
}

describe("an appointment", () => {
  it("is seen by both at once, and both can move it; what was proposed stays", async () => {
    const appraisal = await appraisalIn(company, "interview");
    const manager = company.context("manager");
    expect(await arrange(manager, appraisal, 0)).toEqual({ ok: true, value: { version: 1 } });
    const own = await readOwnInterview(appraisal.employee, appraisal.id, company.now);
    // 14:30 in Shanghai.
    expect(own?.arranging.appointments).toMatchObject([
      {
        sequence: 0,
        startsAt: new Date("2026-11-25T06:30:00Z"),
        place: "三号会议室",
        by: "主管丁",
      },
    ]);
    const moved = { day: "2026-11-26", time: "09:00", note: "那天我在外面" };
    expect(await arrange(appraisal.context(), appraisal, 1, moved)).toMatchObject({ ok: true });
    const guide = await readInterview(company.actor("manager"), appraisal.id, company.now);
    expect(guide?.arranging.appointments).toMatchObject([
      { sequence: 1, startsAt: new Date("2026-11-26T01:00:00Z"), note: "那天我在外面" },
      { sequence: 0 },
    ]);
    expect((await eventsOf(appraisal.id)).map(({ kind, payload }) => [kind, payload])).toEqual([
      ["interview.arranged", { sequence: 0 }],
      ["interview.arranged", { sequence: 1 }],
    ]);
    expect((await rowOf(appraisal.id)).version).toBe(1);
    const trail = await readTrail(appraisal.employee, appraisal.id);
    expect(trail?.entries.map(({ event }) => event.kind)).toEqual([
      "interview.arranged",
      "interview.arranged",
    ]);
  });

  it("stands at home of both, and with the record once the interview is recorded", async () => {
    const appraisal = await appraisalIn(company, "interview");
    await arrange(company.context("manager"), appraisal, 0);
    const { employee, id, target } = appraisal;
    const own = await readHome(employee, company.now);
    expect(own.appointments).toMatchObject([{ appraisalId: id, own: true, with: "主管丁" }]);
    expect(own.waiting.filter(({ subject }) => subject === "mine")).toEqual([]);
    expect(await readOwnAppraisals(employee)).toMatchObject([
      { appointment: { minutes: 45, place: "三号会议室" } },
    ]);
    const theirs = await readHome(company.actor("manager"), company.now);
    expect(theirs.appointments).toContainEqual(
      expect.objectContaining({ appraisalId: id, own: false, with: employee.name, minutes: 45 }),
    );
    for (const person of ["secondLevel", "hrPartner", "colleague"] as const)
      expect((await readHome(company.actor(person), company.now)).appointments).toEqual([]);
    const record = {
      ...{ heldOn: "2026-11-21", good: "好", short: "慢", direction: "快", deductions: "" },
      ...{ minutes: "谈过", told: [], draftVersion: 0 },
    };
    await recordInterview(company.context("manager"), { ...target, ...record });
    const result = await readResult(employee, id, company.now);
    expect(result?.interview?.appointments).toMatchObject([{ place: "三号会议室" }]);
    expect((await readHome(employee, company.now)).appointments).toEqual([]);
    expect(await readOwnInterview(employee, id, company.now)).toBeNull();
  });

  it("of two proposals at once takes one, and shows the other side to the second", async () => {
    const appraisal = await appraisalIn(company, "interview");
    const race = await Promise.all([
      arrange(company.context("manager"), appraisal, 0),
      arrange(appraisal.context(), appraisal, 0, { place: "线上" }),
    ]);
    expect(race.filter(({ ok }) => ok)).toHaveLength(1);
    expect(race.find(({ ok }) => !ok)).toMatchObject({
      code: "stale",
      data: { version: 1, current: { day: "2026-11-25", time: "14:30", minutes: "45" } },
    });
    expect(await database().appointment.count({ where: { appraisalId: appraisal.id } })).toBe(1);
  });

  it.each([
    ["yesterday", { day: "2026-11-20" }, "day", "appointment_past"],
    ["an hour that is over", { day: "2026-11-21", time: "00:01" }, "time", "appointment_past"],
    ["a year mistyped", { day: "2062-11-25" }, "day", "appointment_far"],
    ["no day", { day: "" }, "day", "required"],
    ["a day that does not exist", { day: "2026-02-30" }, "day", "invalid_date"],
    ["no time", { time: "" }, "time", "invalid_time"],
    ["25 o'clock", { time: "25:00" }, "time", "invalid_time"],
    ["no length", { minutes: 0 }, "minutes", "invalid_input"],
    ["nowhere", { place: " " }, "place", "place_required"],
    ["too long a place", { place: "长".repeat(201) }, "place", "too_long"],
    ["too long a note", { note: "长".repeat(501) }, "note", "too_long"],
  ])("is refused with %s, at the field", async (_, over, field, code) => {
    const appraisal = await appraisalIn(company, "interview");
    expect(await arrange(company.context("manager"), appraisal, 0, over)).toMatchObject({
      code: "invalid_input",
      fields: { [field]: { code } },
    });
    expect(await eventsOf(appraisal.id)).toEqual([]);
  });

  it.each<[Person]>([
    ["otherManager"],
    ["secondLevel"],
    ["divisionHead"],
    ["hrPartner"],
    ["hrAdmin"],
    ["colleague"],
  ])("is not %s's to make, to read or to download", async (person) => {
    const appraisal = await appraisalIn(company, "interview");
    await arrange(company.context("manager"), appraisal, 0);
    const refused = await arrange(company.context(person), appraisal, 1);
    expect(refused).toEqual({ ok: false, code: "not_found" });
    expect(await readAgreed(company.actor(person), appraisal.id)).toBeNull();
    expect(await readOwnInterview(company.actor(person), appraisal.id, company.now)).toBeNull();
  });

  it.each<[AppraisalState]>([["approval"], ["published"]])(
    "is refused to both in %s",
    async (state) => {
      const appraisal = await appraisalIn(company, state);
      for (const context of [company.context("manager"), appraisal.context()])
        expect(await arrange(context, appraisal, 0)).toEqual({ ok: false, code: "wrong_state" });
      expect(await readOwnInterview(appraisal.employee, appraisal.id, company.now)).toBeNull();
    },
  );
});

describe("its calendar file", () => {
  it("is of the newest proposal, whose sequence grows, for both, with the other's name", async () => {
    const appraisal = await appraisalIn(company, "interview");
    expect(await readAgreed(appraisal.employee, appraisal.id)).toBeNull();
    await arrange(company.context("manager"), appraisal, 0);
    const before = await readAgreed(company.actor("manager"), appraisal.id);
    await arrange(appraisal.context(), appraisal, 1, { time: "16:00" });
    const after = await readAgreed(appraisal.employee, appraisal.id);
    expect(before).toMatchObject({ with: appraisal.employee.name, appointment: { sequence: 0 } });
    expect(after).toMatchObject({ with: "主管丁", appointment: { sequence: 1 } });
    expect(after?.appointment.startsAt).toEqual(new Date("2026-11-25T08:00:00Z"));
  });
});

describe("before publication", () => {
  it("the employee's page holds nothing that differs with the manager's scores", async () => {
    const self = { integrity: 6 };
    const seen = [];
    for (const integrity of [2, 8]) {
      const { id, employee } = await appraisalIn(company, "interview", {
        self,
        manager: { integrity },
      });
      const own = await readOwnInterview(employee, id, company.now);
      seen.push({ ...own, appraisalId: "" });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(JSON.stringify(seen[0])).not.toMatch(/manager(?!Name)|band|final/);
  });
});

describe("the database", () => {
  it("keeps every proposal, and lets none be left out", async () => {
    const appraisal = await appraisalIn(company, "interview");
    await arrange(company.context("manager"), appraisal, 0);
    const run = (sql: string) => database().$executeRawUnsafe(sql);
    const where = `WHERE appraisal_id = '${appraisal.id}'`;
    await expect(run(`UPDATE appointment SET place = 'x' ${where}`)).rejects.toThrow("append-only");
    await expect(run(`DELETE FROM appointment ${where}`)).rejects.toThrow("append-only");
    const insert = `INSERT INTO appointment SELECT appraisal_id, 2, starts_at, minutes, place, note, by_id, at
      FROM appointment ${where}`;
    await expect(run(insert)).rejects.toThrow("follows");
  });
});
