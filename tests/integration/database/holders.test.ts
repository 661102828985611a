import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
let sheet: TestAppraisal;
beforeAll(async () => {
  company = await buildCompany();
});
beforeEach(async () => {
  sheet = await appraisalIn(company, "manager_scoring");
});

const id = (person: Person) => Prisma.sql`${company.ids[person]}::uuid`;

interface Told {
  readonly post?: string;
  readonly from?: Person;
  readonly to?: Person;
  readonly version?: number;
}

/** The row that says it, by default of a new manager. */
function tell(tx: Tx, told: Told = {}) {
  const { post = "manager", from = "manager", to = "otherManager", version = 2 } = told;
  return tx.$executeRaw`
    INSERT INTO hand_over (id, appraisal_id, version, post, from_id, to_id, way, reason, by_id, at)
    VALUES (${randomUUID()}::uuid, ${sheet.id}::uuid, ${version}::int, ${post}::"HandOverPost", ${id(from)}, ${id(to)},
      'continue', '换了主管。', ${id("hrAdmin")}, now())`;
}

function hold(tx: Tx, set: Prisma.Sql, by = 1) {
  return tx.$executeRaw`
    UPDATE appraisal SET ${set}, version = version + ${by}::int WHERE id = ${sheet.id}::uuid`;
}

const toOther = () => Prisma.sql`manager_id = ${id("otherManager")}`;
/** What a transaction is asked when it ends, asked a moment earlier: at the end itself Prisma keeps Postgres's words back. */
const within = (work: (tx: Tx) => Promise<unknown>) =>
  database().$transaction(async (tx) => {
    await work(tx);
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  });

const silent = "a sheet changes hands by a hand-over";
const untrue = "no such hand-over took place";

describe("a sheet in other hands", () => {
  it("is let be with a row of the hand-over", async () => {
    await within(async (tx) => {
      await tell(tx);
      await hold(tx, toOther());
    });
    const row = await database().appraisal.findUniqueOrThrow({ where: { id: sheet.id } });
    expect(row).toMatchObject({ managerId: company.ids.otherManager, version: 2 });
  });

  it.each([
    ["manager", () => toOther()],
    ["second level", () => Prisma.sql`second_level_id = NULL`],
    ["approver", () => Prisma.sql`approver_id = ${id("ceo")}`],
    ["HR partner", () => Prisma.sql`hr_partner_id = ${id("otherHrPartner")}`],
    ["department", () => Prisma.sql`department_id = ${company.departments.hr}::uuid`],
    ["division", () => Prisma.sql`division_id = ${company.departments.root}::uuid`],
  ])("is refused without one: %s", async (_, set) => {
    await expect(within((tx) => hold(tx, set()))).rejects.toThrow(silent);
  });

  it("is refused when the transaction ends", async () => {
    const work = database().$transaction(async (tx) => hold(tx, toOther()));
    await expect(work).rejects.toThrow("RestrictViolation");
    const row = await database().appraisal.findUniqueOrThrow({ where: { id: sheet.id } });
    expect(row).toMatchObject({ managerId: company.ids.manager, version: 1 });
  });

  it.each<readonly [string, Told]>([
    ["another post", { post: "second_level", from: "secondLevel", to: "ceo" }],
    ["another successor", { to: "ceo" }],
  ])("is refused with a row of %s", async (_, told) => {
    const work = within(async (tx) => {
      await tell(tx, told);
      await hold(tx, toOther());
    });
    await expect(work).rejects.toThrow(/a sheet changes hands|no such hand-over/);
  });

  it("is refused with a row of an earlier transaction", async () => {
    await within(async (tx) => {
      await tell(tx);
      await hold(tx, toOther());
    });
    await within(async (tx) => {
      await tell(tx, { from: "otherManager", to: "manager", version: 3 });
      await hold(tx, Prisma.sql`manager_id = ${id("manager")}`);
    });
    await expect(within((tx) => hold(tx, toOther()))).rejects.toThrow(silent);
  });
});

describe("a row of a hand-over", () => {
  it.each<readonly [string, Told]>([
    ["that did not take place", {}],
    ["of what may come", { version: 3 }],
    ["of what was", { version: 1 }],
    ["from somebody who did not hold it", { from: "ceo" }],
  ])("%s is refused", async (_, told) => {
    await expect(within((tx) => tell(tx, told))).rejects.toThrow(untrue);
  });

  it("stays", async () => {
    await within(async (tx) => {
      await tell(tx);
      await hold(tx, toOther());
    });
    const kept = "hand_over is append-only";
    const db = database();
    await expect(db.$executeRaw`UPDATE hand_over SET reason = 'x'`).rejects.toThrow(kept);
    await expect(db.$executeRaw`DELETE FROM hand_over`).rejects.toThrow(kept);
    await expect(db.$executeRaw`TRUNCATE hand_over CASCADE`).rejects.toThrow(kept);
  });
});

describe("the version", () => {
  it.each([0, 2, -1])("does not grow by %i", async (by) => {
    const work = within((tx) => hold(tx, Prisma.sql`round = 1`, by));
    await expect(work).rejects.toThrow("the version of an appraisal grows by one");
  });
});

describe("nobody judges themselves or twice", () => {
  it.each([
    ["the subject as manager", "manager_id", "subject", "appraisal_not_own_judge"],
    ["the subject as second level", "second_level_id", "subject", "appraisal_not_own_judge"],
    ["the subject as approver", "approver_id", "subject", "appraisal_not_own_judge"],
    ["the subject as HR partner", "hr_partner_id", "subject", "appraisal_not_own_judge"],
    ["the scorer as second level", "second_level_id", "scorer", "appraisal_scorer_not_second"],
    ["the scorer as approver", "approver_id", "scorer", "appraisal_scorer_not_approver"],
  ])("%s", async (_, column, who, constraint) => {
    const person = who === "subject" ? sheet.employeeId : company.ids.manager;
    const set = Prisma.sql`${Prisma.raw(column)} = ${person}::uuid`;
    await expect(within((tx) => hold(tx, set))).rejects.toThrow(constraint);
  });
});
