import { randomBytes } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { hashToken } from "@/lib/auth/tokens";
import { readActor } from "@/lib/authz/current-actor";
import { database } from "@/lib/db/client";
import { changeWithSheets } from "@/lib/hand-over/commands/people";
import { readForChange } from "@/lib/people/store";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, day, type TestCompany } from "../../support/company";
import { rowOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

async function sightOf(employeeId: string) {
  const token = randomBytes(32).toString("hex");
  const { now } = company;
  await database().session.create({
    data: {
      ...{ employeeId, tokenHash: hashToken(token), createdAt: now },
      expiresAt: new Date(now.getTime() + day),
    },
  });
  return (await readActor(token, now))?.hrDepartmentIds.size;
}

it("an HR partner who is away holds nothing as one, even where the rest is to be finished, and sees nothing", async () => {
  const { hrPartner } = company.ids;
  const sheet = await appraisalIn(company, "hr_audit");
  expect(await rowOf(sheet.id)).toMatchObject({ hrPartnerId: hrPartner });
  expect(await sightOf(hrPartner)).toBeGreaterThan(0);
  const found = await database().$transaction(async (tx) => readForChange(tx, hrPartner));
  if (found === null) throw new Error("nobody");
  const { fields, before } = found;
  const change = { ...fields, status: "on_leave" as const, employeeId: hrPartner };
  const input = { ...change, version: before.version };
  const refused = await changeWithSheets(company.context("hrAdmin"), input);
  expect(refused).toMatchObject({ code: "sheets_open" });
  const sheets = { decision: "finish" as const, appraisalIds: [sheet.id] };
  expect(await changeWithSheets(company.context("hrAdmin"), { ...input, sheets })).toMatchObject({
    ok: true,
  });
  expect(await rowOf(sheet.id)).toMatchObject({ hrPartnerId: null });
  const [row] = await database().handOver.findMany({ where: { appraisalId: sheet.id } });
  expect(row).toMatchObject({ post: "hr_partner", fell: true, toId: null });
  expect(await sightOf(hrPartner)).toBe(0);
});
