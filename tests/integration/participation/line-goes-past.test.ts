import { beforeAll, expect, it } from "vitest";
import { previewOpening } from "@/lib/cycle/queries";
import { database } from "@/lib/db/client";
import { listLeftManagers } from "@/lib/people/queries";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { openedCycle, openingInput } from "../../support/cycles";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const set = (person: Person, status: "active" | "left" | "on_leave") =>
  database().employee.update({ where: { id: company.ids[person] }, data: { status } });

let year = 2030;
async function opened() {
  year += 1;
  const input = openingInput({ year });
  const preview = await previewOpening(company.context("hrAdmin"), input);
  if (!preview.ok) throw new Error(preview.code);
  const { cycleId, people } = await openedCycle(company, { year });
  expect(people).toBe(preview.value.people);
  const { employee, colleague, ceo, divisionHead, secondLevel } = company.ids;
  const rows = await database().participant.findMany({
    where: { cycleId, employeeId: { in: [employee, colleague, divisionHead, secondLevel] } },
  });
  const nameOf = (id: string | null | undefined) =>
    Object.entries(company.ids).find(([, known]) => known === id)?.[0] ?? null;
  const line = (id: string) => {
    const row = rows.find(({ employeeId }) => employeeId === id);
    return [nameOf(row?.managerId), nameOf(row?.secondLevelId), row?.exemptReason ?? null];
  };
  return { past: preview.value.past, line, ids: { employee, colleague, ceo, divisionHead } };
}

it.each(["left", "on_leave"] as const)(
  "goes past a manager who is %s, says so before, and back to them when they are here",
  async (status) => {
    await set("manager", status);
    const { past, line, ids } = await opened();
    expect(line(ids.employee)).toEqual(["secondLevel", "divisionHead", null]);
    expect(line(ids.colleague)).toEqual(["secondLevel", "divisionHead", null]);
    expect(past).toEqual([
      {
        ...{ name: "主管丁", number: "000103", status, post: "manager", to: "部门长丙" },
        people: 2,
      },
    ]);
    const told = await listLeftManagers(company.actor("hrAdmin"));
    expect(told).toMatchObject(status === "left" ? [{ name: "主管丁", reports: 2 }] : []);
    expect(await listLeftManagers(company.actor("hrPartner"))).toEqual([]);
    await set("manager", "active");
    const again = await opened();
    expect(again.past).toEqual([]);
    expect(again.line(ids.employee)).toEqual(["manager", "secondLevel", null]);
  },
);

it("goes past several, for the second level, too", async () => {
  await set("manager", "left");
  await set("secondLevel", "on_leave");
  const both = await opened();
  expect(both.line(both.ids.employee)).toEqual(["divisionHead", "ceo", null]);
  await set("manager", "active");
  const second = await opened();
  expect(second.line(second.ids.employee)).toEqual(["manager", "divisionHead", null]);
  expect(second.past).toMatchObject([
    { post: "manager", name: "部门长丙", to: "事业部长乙", people: 1 },
    { post: "second_level", name: "部门长丙", to: "事业部长乙", people: 2 },
  ]);
  await set("secondLevel", "active");
});

it("exempts only where nobody above is here, and says so", async () => {
  await set("ceo", "left");
  const { past, line, ids } = await opened();
  expect(line(ids.divisionHead)).toEqual([null, null, "no_manager"]);
  expect(past).toContainEqual(
    expect.objectContaining({ name: "总裁甲", post: "manager", to: null, people: 3 }),
  );
  await set("ceo", "active");
});
