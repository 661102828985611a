import { beforeAll, describe, expect, it } from "vitest";
import { pauseCycle } from "@/lib/cycle/commands/cycle";
import { readCycle } from "@/lib/cycle/queries";
import { database } from "@/lib/db/client";
import { readHome } from "@/lib/home/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { cycleUnder } from "../../support/cycles";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

type Overdue = Awaited<ReturnType<typeof readHome>>["overdue"];

/** Of these sheets alone: what other tests leave stands at home, too. */
async function overdueOf(person: Person, sheets: readonly TestAppraisal[], at = 0) {
  const { overdue } = await readHome(company.actor(person), company.context(person, at).now);
  const ids = sheets.map(({ id }) => id);
  return overdue.filter(({ appraisalId }) => ids.includes(appraisalId));
}

async function appointed({ id }: TestAppraisal, days: number) {
  const startsAt = new Date(company.now.getTime() + days * 86_400_000);
  const byId = company.ids.manager;
  const row = { sequence: 0, minutes: 45, place: "三号会议室", note: "", byId, at: startsAt };
  await database().appointment.create({ data: { appraisalId: id, startsAt, ...row } });
}

describe("interviews that should have been held", () => {
  it("stand at home of who holds them, of the second level and of HR, with days; of nobody else", async () => {
    const missed = await appraisalIn(company, "interview");
    await appointed(missed, -3);
    const ahead = await appraisalIn(company, "interview");
    await appointed(ahead, 1);
    const both = [missed, ahead];
    const { id: appraisalId, employee } = missed;
    const entry = { appraisalId, name: employee.name, manager: "主管丁", days: 2 };
    const seen = (mine: boolean): Overdue => [{ ...entry, mine, appointed: true }];
    expect(await overdueOf("manager", both)).toEqual(seen(true));
    for (const person of ["secondLevel", "hrPartner"] as const)
      expect(await overdueOf(person, both)).toEqual(seen(false));
    for (const person of ["otherManager", "divisionHead", "hrAdmin", "colleague"] as const)
      expect(await overdueOf(person, both)).toEqual([]);
    expect((await readHome(employee, company.now)).overdue).toEqual([]);
  });

  it("are so by the due date where no appointment was before it, and no longer once recorded", async () => {
    const plain = await appraisalIn(company, "interview");
    const agreed = await appraisalIn(company, "interview");
    await appointed(agreed, 1);
    const held = await appraisalIn(company, "published");
    const late = await overdueOf("manager", [plain, agreed, held], 60);
    const found = late.map(({ appraisalId, mine, appointed: by }) => [appraisalId, mine, by]);
    expect(new Set(found.map(String))).toEqual(
      new Set(
        [
          [plain.id, true, false],
          [agreed.id, true, true],
        ].map(String),
      ),
    );
  });

  it("are counted for the cycle, but few are not", async () => {
    const { framework, policy } = company.ruleset;
    const own = await cycleUnder(company, framework, policy);
    const counted = async () => {
      const { now } = own.context("hrAdmin", 60);
      return (await readCycle(own.actor("hrAdmin"), own.cycleId, null, now))?.overdueInterviews;
    };
    for (let count = 0; count < 3; count += 1) await appraisalIn(own, "interview");
    expect(await counted()).toBeNull();
    for (let count = 0; count < 3; count += 1) await appraisalIn(own, "interview");
    expect(await counted()).toBe(6);
  });

  it("are none while the cycle is paused; what was agreed on stands", async () => {
    const { framework, policy } = company.ruleset;
    const own = await cycleUnder(company, framework, policy);
    const sheet = await appraisalIn(own, "interview");
    await appointed(sheet, -3);
    const home = () => readHome(own.actor("manager"), own.now);
    const here = ({ appraisalId }: { readonly appraisalId: string }) => appraisalId === sheet.id;
    expect((await home()).overdue.filter(here)).toHaveLength(1);
    const { cycleId } = own;
    const target = { cycleId, version: 1, reason: "停电" };
    expect(await pauseCycle(own.context("hrAdmin"), target)).toMatchObject({ ok: true });
    const { overdue, appointments } = await home();
    expect(overdue.filter(here)).toEqual([]);
    expect(appointments.filter(here)).toHaveLength(1);
  });

  it("hide no appointment, however many there are", async () => {
    const { framework, policy } = company.ruleset;
    const own = await cycleUnder(company, framework, policy);
    const sheets: TestAppraisal[] = [];
    for (let count = 0; count < 32; count += 1) sheets.push(await appraisalIn(own, "interview"));
    const [ahead] = sheets;
    if (ahead === undefined) throw new Error("no sheet");
    await appointed(ahead, 40);
    const { appointments, overdue } = await readHome(
      own.actor("manager"),
      own.context("manager", 39).now,
    );
    expect(overdue).toHaveLength(30);
    expect(appointments.map(({ appraisalId }) => appraisalId)).toContain(ahead.id);
  });
});
