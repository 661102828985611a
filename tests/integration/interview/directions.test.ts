import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { stableId } from "@/lib/db/ids";
import { readScoring } from "@/lib/manager-scoring/queries";
import { readSelfReview } from "@/lib/self-review/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { alter } from "../../support/review";

let company: TestCompany;
let earlier: TestAppraisal;
let next: TestAppraisal;
beforeAll(async () => {
  company = await buildCompany();
  earlier = await appraisalIn(company, "published");
  const { id: cycleId } = await database().cycle.create({
    data: {
      ...{ year: 2027, quarter: 1, openedAt: company.now, openedById: company.ids.hrAdmin },
      frameworkVersionId: stableId("framework", "six-veins", 1),
      policyVersionId: stableId("policy", "classic", 1),
    },
  });
  next = await appraisalIn({ ...company, cycleId }, "manager_scoring");
  // The same person in both quarters.
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    const { employeeId } = earlier;
    await tx.$executeRaw`UPDATE participant SET employee_id = ${employeeId}::uuid
      WHERE id = (SELECT participant_id FROM appraisal WHERE id = ${next.id}::uuid)`;
    await tx.appraisal.update({ where: { id: next.id }, data: { employeeId } });
  });
});

const own = (id: string) => readSelfReview(earlier.employee, id, company.now);
const scored = (by: "manager" | "otherManager") =>
  readScoring(company.actor(by), next.id, company.now);

describe("directions for improvement", () => {
  it("come back at the next quarter's sheets of the person and of the manager who held the interview", async () => {
    const { direction } = await database().interview.findUniqueOrThrow({
      where: { appraisalId_edition: { appraisalId: earlier.id, edition: 1 } },
    });
    const found = { direction, by: "主管丁" };
    expect((await own(next.id))?.earlier).toMatchObject(found);
    expect((await scored("manager"))?.earlier).toMatchObject(found);
  });

  it("are not there in the quarter itself, nor before", async () => {
    expect((await own(earlier.id))?.earlier).toBeNull();
  });

  it("are not shown to a manager who did not hold it", async () => {
    await alter(next.id, { managerId: company.ids.otherManager });
    expect(await scored("otherManager")).toMatchObject({ earlier: null });
  });
});
