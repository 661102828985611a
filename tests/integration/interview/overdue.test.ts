import { beforeAll, describe, expect, it } from "vitest";
import { readCycle } from "@/lib/cycle/queries";
import { database } from "@/lib/db/client";
import { readHome } from "@/lib/home/queries";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const overdueOf = async (person: Person, at = 0) =>
  (await readHome(company.actor(person), company.context(person, at).now)).overdue;

async function appointed(id: string, days: number) {
  const startsAt = new Date(company.now.getTime() + days * 86_400_000);
  const byId = company.ids.manager;
  const row = { sequence: 0, minutes: 45, place: "三号会议室", note: "", byId, at: startsAt };
  await database().appointment.create({ data: { appraisalId: id, startsAt, ...row } });
}

describe("interviews that should have been held", () => {
  it("stand at home of who holds them, of the second level and of HR, with days; of nobody else", async () => {
    const { id, employee } = await appraisalIn(company, "interview");
    await appointed(id, -3);
    const ahead = await appraisalIn(company, "interview");
    await appointed(ahead.id, 1);
    const entry = { appraisalId: id, name: employee.name, manager: "主管丁", days: 2 };
    expect(await overdueOf("manager")).toEqual([{ ...entry, mine: true, appointed: true }]);
    for (const person of ["secondLevel", "hrPartner"] as const)
      expect(await overdueOf(person)).toEqual([{ ...entry, mine: false, appointed: true }]);
    for (const person of ["otherManager", "divisionHead", "hrAdmin", "colleague"] as const)
      expect(await overdueOf(person)).toEqual([]);
    expect((await readHome(employee, company.now)).overdue).toEqual([]);
  });

  it("are so by the due date where no appointment was before it, and no longer once recorded", async () => {
    const plain = await appraisalIn(company, "interview");
    const late = await overdueOf("manager", 60);
    expect(late.find(({ appraisalId }) => appraisalId === plain.id)).toMatchObject({
      mine: true,
      appointed: false,
    });
    expect(late.filter(({ appointed: by }) => by)).toHaveLength(2);
    const { id } = await appraisalIn(company, "published");
    expect((await overdueOf("manager", 60)).map(({ appraisalId }) => appraisalId)).not.toContain(
      id,
    );
  });

  it("are counted for the cycle, but few are not", async () => {
    const counted = async () => {
      const { now } = company.context("hrAdmin", 60);
      const view = await readCycle(company.actor("hrAdmin"), company.cycleId, null, now);
      return view?.overdueInterviews;
    };
    expect(await counted()).toBeNull();
    for (let count = 0; count < 3; count += 1) await appraisalIn(company, "interview");
    expect(await counted()).toBe(6);
  });
});
