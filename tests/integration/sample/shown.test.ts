import { beforeAll, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { drawDue } from "@/lib/sample/jobs";
import { exportDraws, readRevealed } from "@/lib/sample/queries";
import { drawsFileSchema } from "@/lib/sample/schema";
import { isRedrawn } from "@/lib/scoring";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { alter } from "../../support/review";
import { newManager, seal } from "./support";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
  await seal(company);
});

const threes = { "customer-first": 6, integrity: 6 };

it("a revealed draw is redone from its lots, which tell neither manager nor sheet nor value; of few sheets none is shown", async () => {
  const [many, few] = [await newManager(company), await newManager(company)];
  const sheetOf = (managerId: string) =>
    appraisalIn(company, "hr_audit", { manager: threes, line: { managerId } });
  const sheets = [];
  for (let n = 0; n < 5; n += 1) sheets.push(await sheetOf(many));
  sheets.push(await sheetOf(few));
  await drawDue(company.now);
  const admin = company.actor("hrAdmin");
  const revealed = await readRevealed(admin, company.cycleId);
  expect(revealed).toMatchObject({ same: true, hidden: 1, draws: [{ number: 1, percent: 20 }] });
  const { text = "" } = (await exportDraws(admin, company.cycleId)) ?? {};
  const file = drawsFileSchema.parse(JSON.parse(text));
  const [draw] = file.draws;
  expect(draw?.population).toHaveLength(30);
  for (const one of file.draws)
    expect(isRedrawn(one, { percent: one.percent, seed: file.seed })).toBe(true);
  const managers = await database().employee.findMany({ where: { id: { in: [many, few] } } });
  const keys = company.ruleset.framework.values.map(({ key }) => key);
  const telling = [...sheets.map(({ id }) => id), ...managers.map(({ number }) => number), ...keys];
  const { lotKey } = await database().sampleSeed.findUniqueOrThrow({
    where: { cycleId: company.cycleId },
  });
  for (const word of [...telling, lotKey ?? ""]) {
    expect(text).not.toContain(word);
    expect(JSON.stringify(revealed?.draws)).not.toContain(word);
  }
});

it("whoever reads it is not shown the draw with their own sheet before its result is published", async () => {
  const managed = await database().appraisal.groupBy({ by: ["managerId"], _count: true });
  const team = managed.find(({ _count }) => _count === 5)?.managerId ?? "";
  const mine = await database().appraisal.findFirstOrThrow({
    where: { managerId: team },
  });
  const reader = { ...company.actor("hrAdmin"), employeeId: mine.employeeId };
  expect(await readRevealed(reader, company.cycleId)).toMatchObject({ draws: [], hidden: 2 });
  await alter(mine.id, { publishedAt: company.now });
  expect(await readRevealed(reader, company.cycleId)).toMatchObject({ hidden: 1 });
});
