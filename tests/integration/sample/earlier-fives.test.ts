import { beforeAll, expect, it } from "vitest";
import { readTopDossier } from "@/lib/approval/queries";
import { database } from "@/lib/db/client";
import { appraisalIn } from "../../support/appraisal";
import { behindTriggers } from "../../support/review";
import { buildCompany, type TestCompany } from "../../support/company";
import { cycleUnder } from "../../support/cycles";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

it("a 5 is read beside those approved in closed quarters, without names, not beside those of open ones", async () => {
  const five = { manager: { "customer-first": 10 } };
  const { framework, policy } = company.ruleset;
  const earlier = await cycleUnder(company, framework, policy);
  const before = await appraisalIn(earlier, "acknowledged", five);
  await appraisalIn(company, "interview", five);
  const { name, number } = before.employee;
  const manager = await database().employee.findUniqueOrThrow({
    where: { id: company.ids.manager },
  });
  const where = { appraisalId: before.id, side: "manager", kind: "supports" } as const;
  const data = {
    title: `${name}的办法`,
    action: `${name}先问客户。`,
    outcome: `${manager.name}和${number}都说没有返工。`,
  };
  await behindTriggers((tx) => tx.appraisalCase.updateMany({ where, data }));
  const now = await appraisalIn(company, "approval", five);
  const read = () => readTopDossier(company.actor("divisionHead"), now.id, company.now);
  expect((await read())?.earlierFives).toEqual([]);
  await database().cycle.update({
    where: { id: earlier.cycleId },
    data: { state: "closed", closedAt: company.now, closedById: company.ids.hrAdmin },
  });
  const fives = (await read())?.earlierFives;
  expect(fives).toMatchObject([
    {
      valueKey: "customer-first",
      halfPoints: 10,
      title: "○○的办法",
      words: "○○先问客户。 ○○和○○都说没有返工。",
    },
  ]);
  expect(JSON.stringify(fives)).not.toContain(name);
});
