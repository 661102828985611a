import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { exportDraws, readRevealed } from "@/lib/sample/queries";
import { drawsFileSchema } from "@/lib/sample/schema";
import { seedHash } from "@/lib/scoring";
import { closeCycle } from "@/lib/cycle/commands/cycle";
import { readCycle } from "@/lib/cycle/queries";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { cycleUnder, openedCycle } from "../../support/cycles";
import { behindTriggers } from "../../support/review";
import { newManager, seal } from "./support";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
  await seal(company);
});

const sql = (text: string, ...values: readonly unknown[]) =>
  database().$executeRawUnsafe(text, ...values);

const insertSeed =
  "INSERT INTO sample_seed (cycle_id, seed, hash, lot_key, sealed_at) VALUES ($1::uuid, $2, $3, repeat('cd', 32), now())";
const seedOf = (cycleId: string) => database().sampleSeed.findUnique({ where: { cycleId } });

describe("the database", () => {
  it("keeps a seed as it was made, and knows it by its hash", async () => {
    const other = "ab".repeat(32);
    const mine = "WHERE cycle_id = $1::uuid";
    await expect(
      sql(`UPDATE sample_seed SET seed = $2 ${mine}`, company.cycleId, other),
    ).rejects.toThrow(/append-only/);
    await expect(
      sql(`UPDATE sample_seed SET hash = $2 ${mine}`, company.cycleId, other),
    ).rejects.toThrow(/append-only/);
    await expect(sql(`DELETE FROM sample_seed ${mine}`, company.cycleId)).rejects.toThrow(
      /append-only/,
    );
    await expect(sql("TRUNCATE sample_seed CASCADE")).rejects.toThrow(/append-only/);
    const { cycleId } = await cycleUnder(
      company,
      company.ruleset.framework,
      company.ruleset.policy,
    );
    await expect(sql(insertSeed, cycleId, other, other)).rejects.toThrow(/sample_seed_hash/);
  });

  it("takes no seed once somebody has worked: it could be chosen", async () => {
    const other = await cycleUnder(company, company.ruleset.framework, company.ruleset.policy);
    await appraisalIn(other, "manager_scoring");
    const hash = seedHash("ab".repeat(32));
    const values = [other.cycleId, "ab".repeat(32), hash];
    await expect(sql(insertSeed, ...values)).rejects.toThrow(/when its cycle is opened/);
  });

  it("takes a draw only with its cycle's seed, of its own sheets, at its rate, once a manager", async () => {
    const managerId = await newManager(company);
    const sheet = await appraisalIn(company, "hr_audit", { line: { managerId } });
    const bare = await cycleUnder(company, company.ruleset.framework, company.ruleset.policy);
    const foreign = await appraisalIn(bare, "hr_audit", { line: { managerId } });
    const draw = `INSERT INTO sample_draw (id, cycle_id, manager_id, percent, at) VALUES ($1::uuid, $2::uuid, $3::uuid, 20, now())`;
    await expect(sql(draw, randomUUID(), bare.cycleId, managerId)).rejects.toThrow(
      /sample_draw_cycle_id_fkey/,
    );
    const id = randomUUID();
    await sql(draw, id, company.cycleId, managerId);
    await expect(sql(draw, randomUUID(), company.cycleId, managerId)).rejects.toThrow(
      /sample_draw_once/,
    );
    const item = `INSERT INTO sample_item (appraisal_id, value_key, draw_id, drawn)
      SELECT $1::uuid, 'v' || n, $2::uuid, d FROM unnest($3::boolean[]) WITH ORDINALITY AS t (d, n)`;
    const items = (of: string, drawn: readonly boolean[]) => sql(item, ...[of, id, drawn]);
    await expect(items(foreign.id, [true, false])).rejects.toThrow(/of its own cycle/);
    await expect(items(sheet.id, [false, false])).rejects.toThrow(/as its rate says/);
    const row = [true, false, false];
    await expect(items(sheet.id, row)).rejects.toThrow(/of all scores of a manager that wait/);
    await behindTriggers((tx) => tx.$executeRawUnsafe(item, sheet.id, id, row));
    await expect(
      sql("UPDATE sample_item SET drawn = true WHERE draw_id = $1::uuid", id),
    ).rejects.toThrow(/append-only/);
    await expect(sql("DELETE FROM sample_item WHERE draw_id = $1::uuid", id)).rejects.toThrow(
      /append-only/,
    );
    await expect(sql("UPDATE sample_draw SET percent = 1 WHERE id = $1::uuid", id)).rejects.toThrow(
      /append-only/,
    );
  });
});

describe("a cycle", () => {
  const shown = async (cycleId: string) =>
    (await readCycle(company.actor("hrAdmin"), cycleId, null, company.now))?.sample;

  it("gets a seed at opening where its policy samples; only the hash is shown until it is closed", async () => {
    const { cycleId } = await openedCycle(company);
    const seed = await seedOf(cycleId);
    expect(seed?.seed).toMatch(/^[0-9a-f]{64}$/);
    const before = await shown(cycleId);
    expect(before).toMatchObject({ kind: "sealed", percent: 20, hash: seed?.hash });
    expect(JSON.stringify(before)).not.toContain(seed?.seed);
    expect(await readRevealed(company.actor("hrAdmin"), cycleId)).toBeNull();
    expect(await exportDraws(company.actor("hrAdmin"), cycleId)).toBeNull();
    const { version } = await database().cycle.findUniqueOrThrow({ where: { id: cycleId } });
    await closeCycle(company.context("hrAdmin"), { cycleId, version });
    expect(await shown(cycleId)).toMatchObject({ kind: "revealed" });
    expect((await seedOf(cycleId))?.revealedAt).toEqual(company.now);
    const revealed = await readRevealed(company.actor("hrAdmin"), cycleId);
    expect(revealed).toMatchObject({ seed: seed?.seed, hash: seed?.hash, draws: [] });
    const { text = "" } = (await exportDraws(company.actor("hrAdmin"), cycleId)) ?? {};
    expect(drawsFileSchema.parse(JSON.parse(text)).seed).toBe(seed?.seed);
    for (const person of ["hrPartner", "manager", "employee"] as const)
      expect(await readRevealed(company.actor(person), cycleId)).toBeNull();
  });

  it("says so where its policy does not sample, or where it is older than the seeds", async () => {
    const { framework, policy } = company.ruleset;
    const { sample, ...audit } = policy.audit;
    expect(sample).toBeDefined();
    const assumed = policy.assumed?.filter(({ path }) => !path.startsWith("/audit/sample"));
    const without = await cycleUnder(company, framework, { ...policy, audit, assumed });
    expect(await shown(without.cycleId)).toEqual({ kind: "none" });
    const old = await cycleUnder(company, framework, policy);
    expect(await shown(old.cycleId)).toEqual({ kind: "unsealed" });
  });
});
