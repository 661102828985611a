import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { asHouse } from "@/lib/db/read";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { selfReviewDesk, type SelfReviewDesk } from "../../support/self-review";
import { caseFor } from "../../support/sheets";
import { statementsOf } from "./counting";

let company: TestCompany;
let desk: SelfReviewDesk;
beforeAll(async () => {
  company = await buildCompany();
  desk = selfReviewDesk(company);
});

describe("a write takes few statements", () => {
  it("five for an autosave, beside the one for who is asking, BEGIN and COMMIT", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    expect((await desk.save(appraisal, 1, desk.first())).ok).toBe(true);
    const cases = [caseFor(3, "supports"), caseFor(3, "supports")];
    const sent = await statementsOf(async () => {
      expect((await desk.save(appraisal, 2, { ...desk.first(), cases })).ok).toBe(true);
    });
    expect(sent).toHaveLength(5);
  });

  it("four when nothing differs", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const value = desk.first();
    await desk.save(appraisal, 1, value);
    const sent = await statementsOf(async () => {
      expect(await desk.save(appraisal, 2, value)).toMatchObject({
        ok: true,
        value: { version: 3 },
      });
    });
    expect(sent).toHaveLength(4);
  });

  it("five for handing in", async () => {
    const appraisal = await appraisalIn(company, "self_review");
    const version = await desk.saveAll(appraisal);
    const sent = await statementsOf(async () => {
      expect((await desk.submit(appraisal, version)).ok).toBe(true);
    });
    expect(sent).toHaveLength(5);
  });
});

describe("statements stay prepared", () => {
  it("all but those with a long list", async () => {
    const kept = await inTransaction(async (tx) => {
      const list = Array.from({ length: 25 }, () => randomUUID());
      await tx.employee.count({ where: { number: "007" } });
      await tx.employee.count({ where: { id: { in: list } } });
      const rows = await tx.$queryRaw<{ text: string }[]>`
        SELECT statement AS text FROM pg_prepared_statements`;
      return rows.map(({ text }) => text);
    });
    expect(kept.some((text) => text.includes(`"number" = $1`))).toBe(true);
    expect(kept.some((text) => text.includes("$25"))).toBe(false);
  });

  it.each([
    ["garment", (ask: Asking) => asHouse("first_run", ask)],
    ["shoe", (ask: Asking) => inTransaction(ask)],
  ])("and outlive a column that changes its type meanwhile (%s)", async (table, run) => {
    const asked = () => run((tx) => tx.$queryRawUnsafe<object[]>(`SELECT size FROM ${table}`));
    await database().$executeRawUnsafe(`CREATE TABLE ${table} (size varchar(10))`);
    await asked();
    await database().$executeRawUnsafe(`ALTER TABLE ${table} ALTER COLUMN size TYPE text`);
    expect(await asked()).toEqual([]);
  });
});

type Asking = (tx: Tx) => Promise<object[]>;
