import { randomUUID } from "node:crypto";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { lotOf } from "@/lib/sample/rules";
import { sealSeed } from "@/lib/sample/store";
import { drawSealed } from "@/lib/scoring";
import type { TestCompany } from "../../support/company";

/** As opening does it; before the first sheet of the cycle. */
export function seal(company: TestCompany): Promise<void> {
  return inTransaction((tx) => sealSeed(tx, company.cycleId, company.now));
}

let hired = 0;

/** A manager without a team, so that a test's own sheets are all of it. */
export async function newManager(company: TestCompany): Promise<string> {
  const id = randomUUID();
  hired += 1;
  await database().employee.create({
    data: {
      ...{ id, number: `77${1000 + hired}`, name: `新主管${hired}` },
      departmentId: company.departments.group,
      managerId: company.ids.secondLevel,
      hireDate: new Date("2020-01-06"),
    },
  });
  return id;
}

export interface WrittenDraw {
  readonly appraisalId: string | null;
  readonly percent: number;
  readonly population: readonly string[];
  readonly drawn: readonly string[];
  /** What the seed draws from this population. */
  readonly redone: readonly string[];
}

/** The draws of a manager, that of the team first, each redone. */
export async function drawsOf(company: TestCompany, managerId: string): Promise<WrittenDraw[]> {
  const { cycleId } = company;
  const { seed, lotKey } = await database().sampleSeed.findUniqueOrThrow({ where: { cycleId } });
  const rows = await database().sampleDraw.findMany({
    where: { cycleId, managerId },
    include: { items: true },
    orderBy: [{ appraisalId: { sort: "asc", nulls: "first" } }, { at: "asc" }],
  });
  return rows.map(({ appraisalId, percent, items }) => {
    const text = (item: (typeof items)[number]) => `${item.appraisalId}/${item.valueKey}`;
    const population = items.map(text).sort();
    const drawn = items
      .filter((item) => item.drawn)
      .map(text)
      .sort();
    const lots = new Map(items.map((item) => [lotOf(item, lotKey), text(item)]));
    const redone = drawSealed(lots.keys(), { percent, seed })
      .map((lot) => lots.get(lot) ?? lot)
      .sort();
    return { appraisalId, percent, population, drawn, redone };
  });
}
