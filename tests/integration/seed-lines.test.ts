import { beforeAll, expect, it } from "vitest";
import { openCycle } from "@/lib/cycle/commands/cycle";
import { database } from "@/lib/db/client";
import { seedDemo } from "@/prisma/seed";
import { previewedInput } from "../support/cycles";

const now = new Date("2026-11-21T02:00:00Z");

beforeAll(async () => {
  await seedDemo(process.env["DATABASE_URL"] ?? "", now);
}, 120_000);

async function linesOf(year: number, quarter: number) {
  const rows = await database().participant.findMany({
    where: { cycle: { year, quarter }, exemptReason: null },
    select: {
      employee: { select: { number: true } },
      managerId: true,
      secondLevelId: true,
      departmentId: true,
      divisionId: true,
      approverId: true,
      hrPartnerId: true,
    },
  });
  return new Map(rows.map(({ employee, ...line }) => [employee.number, line]));
}

it("stands everybody where opening a cycle would", async () => {
  const admin = await database().employee.findUniqueOrThrow({ where: { number: "003314" } });
  const actor = {
    employeeId: admin.id,
    name: admin.name,
    number: admin.number,
    isHrAdmin: true,
    hrDepartmentIds: new Set<string>(),
  };
  const opened = await openCycle(
    { actor, now },
    await previewedInput({ actor, now }, { year: 2027, quarter: 1 }),
  );
  expect(opened.ok).toBe(true);
  const [seeded, reckoned] = [await linesOf(2026, 4), await linesOf(2027, 1)];
  expect(seeded.size).toBeGreaterThan(55);
  for (const [number, line] of seeded)
    expect([number, reckoned.get(number)]).toEqual([number, line]);
});
