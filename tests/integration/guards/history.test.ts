import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { cycleUnder } from "../../support/cycles";
import { rowOf } from "../../support/review";
import { seal } from "../sample/support";

/** In the role of the application, and in words any program could send. */
const run = (sql: string) => database().$executeRawUnsafe(sql);

/** In one transaction, with what is asked at its end asked a moment earlier: there Prisma keeps Postgres's words back. */
const together = (...statements: readonly string[]) =>
  database().$transaction(async (tx) => {
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  });

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
  await appraisalIn(company, "self_review");
});

describe("a seed", () => {
  it("is revealed once nothing is left to draw, or with the close of its cycle", async () => {
    const { framework, policy } = company.ruleset;
    const own = await cycleUnder(company, framework, policy);
    await seal(own);
    const { id } = await appraisalIn(own, "second_level");
    const reveal = `UPDATE sample_seed SET revealed_at = now() WHERE cycle_id = '${own.cycleId}'`;
    await expect(together(reveal)).rejects.toThrow("a seed is revealed after its draws");
    const close = `UPDATE cycle SET state = 'closed', closed_at = now() WHERE id = '${own.cycleId}'`;
    await together(reveal, close);
    expect((await rowOf(id)).state).toBe("second_level");
  });
});

describe("history", () => {
  /** Rows of the moment, or of the house and not of a cycle. */
  const passing = [
    ...["session", "failed_sign_in", "rate_limit", "invitation", "_prisma_migrations"],
    ...["credential", "external_identity", "company"],
  ];

  it("is in no table emptied, nor taken away with what it refers to", async () => {
    const tables = await database().$queryRaw<{ name: string }[]>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`;
    const asked = tables.filter(({ name }) => !passing.includes(name));
    expect(asked.length).toBeGreaterThan(30);
    for (const { name } of asked)
      await expect(run(`TRUNCATE ${name} CASCADE`), name).rejects.toThrow("append-only");
  });

  it.each(["participant", "cycle", "role_grant"])("keeps its rows of %s", async (table) => {
    await expect(run(`DELETE FROM ${table}`)).rejects.toThrow("append-only");
  });

  it("ends a grant and changes nothing else of it", async () => {
    const where = `WHERE employee_id = '${company.ids.hrPartner}'`;
    const give = run(`UPDATE role_grant SET employee_id = '${company.ids.ceo}' ${where}`);
    await expect(give).rejects.toThrow("append-only");
  });
});
