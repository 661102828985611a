import "server-only";
import { randomBytes } from "node:crypto";
import { chain, isAfter } from "@/lib/appraisal/stages";
import { inWindowOf, waitsIn } from "@/lib/appraisal/where";
import { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { drawSealed, seedHash } from "@/lib/scoring";
import { lotOf, type Score, type Taking } from "./rules";
import type { SampleState } from "./types";

/** Rows of the sample inside a caller's transaction. Nothing here decides who may see them. */

/** Makes the seed of a cycle that is being opened. Nothing but the draw reads it before it is revealed. */
export async function sealSeed(tx: Tx, cycleId: string, sealedAt: Date): Promise<void> {
  const seed = randomBytes(32).toString("hex");
  const lotKey = randomBytes(32).toString("hex");
  await tx.sampleSeed.create({ data: { cycleId, seed, hash: seedHash(seed), lotKey, sealedAt } });
}

/**
 * Over `appraisal a`, for WHERE and SELECT: whether one of its scores may be drawn and has not taken part in a draw. The
 * same as `awaitsDraw` of `reviewNeeds`, in SQL.
 */
export const awaitsDraw = Prisma.sql`(EXISTS (SELECT FROM sample_seed sealed WHERE sealed.cycle_id = a.cycle_id)
  AND EXISTS (SELECT FROM value_score s JOIN value v ON v.id = s.value_id
    WHERE s.appraisal_id = a.id AND s.side = 'manager' AND s.may_sample
      AND NOT EXISTS (SELECT FROM sample_item i WHERE i.appraisal_id = a.id AND i.value_key = v.key)))`;

/** Where a sheet stands that has not passed the second level. */
const before = chain.states.filter((state) => !isAfter(state, "second_level"));

/** A manager of a cycle some of whose sheets are to be drawn now. */
export interface DueTeam {
  readonly cycleId: string;
  readonly managerId: string;
}

/**
 * Whose sheets are to be drawn: all have passed the second level, or its window has closed, or the others were drawn
 * before; nothing while the cycle is paused. `appraisalIds`: only of those who hold these sheets.
 */
export function readDue(
  tx: Tx,
  now: Date,
  appraisalIds: readonly string[] | null,
): Promise<DueTeam[]> {
  const among =
    appraisalIds === null
      ? Prisma.empty
      : Prisma.sql`AND (a.cycle_id, a.manager_id) IN (
          SELECT cycle_id, manager_id FROM appraisal WHERE id = ANY(${[...appraisalIds]}::uuid[]))`;
  return tx.$queryRaw<DueTeam[]>`
    SELECT due.cycle_id::text AS "cycleId", due.manager_id::text AS "managerId"
    FROM (SELECT DISTINCT a.cycle_id, a.manager_id FROM appraisal a
        JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open' AND c.paused_at IS NULL
      WHERE ${waitsIn(["hr_audit"])} AND ${awaitsDraw} ${among}) due
    WHERE EXISTS (SELECT FROM sample_draw d
        WHERE d.cycle_id = due.cycle_id AND d.manager_id = due.manager_id AND d.appraisal_id IS NULL)
      OR EXISTS (SELECT FROM stage_window w
        WHERE w.cycle_id = due.cycle_id AND ${inWindowOf("second_level")} AND w.closes_at <= ${now}::timestamptz)
      OR NOT EXISTS (SELECT FROM appraisal a
        WHERE a.cycle_id = due.cycle_id AND a.manager_id = due.manager_id AND ${waitsIn(before)})
    ORDER BY due.cycle_id, due.manager_id`;
}

/**
 * Holds all sheets of a manager and their cycle until the transaction ends, in the order of their ids, so that nothing is
 * handed in, returned or decided meanwhile. Only locks: what is read together with a lock may be old by then.
 */
export async function lockTeam(tx: Tx, { cycleId, managerId }: DueTeam): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id::text AS id FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
    WHERE a.cycle_id = ${cycleId}::uuid AND a.manager_id = ${managerId}::uuid
    ORDER BY a.id FOR SHARE OF c FOR UPDATE OF a`;
  return rows.map(({ id }) => id);
}

/** The scores that wait for their draw in these sheets, which are locked. */
export function readPopulation(tx: Tx, lockedIds: readonly string[]): Promise<Taking[]> {
  return tx.$queryRaw<Taking[]>`
    SELECT a.id::text AS "appraisalId", v.key AS "valueKey", s.half_points::int AS "halfPoints"
    FROM appraisal a
      JOIN value_score s ON s.appraisal_id = a.id AND s.side = 'manager' AND s.may_sample
      JOIN value v ON v.id = s.value_id
    WHERE a.id = ANY(${[...lockedIds]}::uuid[]) AND ${waitsIn(["hr_audit"])}
      AND NOT EXISTS (SELECT FROM sample_item i WHERE i.appraisal_id = a.id AND i.value_key = v.key)
    ORDER BY a.id, v.key`;
}

interface SeedRow {
  readonly seed: string;
  readonly lotKey: string | null;
  readonly revealed: boolean;
  /** Of the cycle's policy, in percent. */
  readonly percent: number | null;
  /** Whether the manager's sheets were drawn before, so that these came later. */
  readonly late: boolean;
}

/** What a draw of this manager's sheets stands on. */
export async function readSeed(tx: Tx, { cycleId, managerId }: DueTeam): Promise<SeedRow | null> {
  const [row] = await tx.$queryRaw<SeedRow[]>`
    SELECT g.seed, g.lot_key AS "lotKey", g.revealed_at IS NOT NULL AS revealed, (l.document #>> '{audit,sample,percent}')::int AS percent,
      EXISTS (SELECT FROM sample_draw d WHERE d.cycle_id = c.id AND d.manager_id = ${managerId}::uuid
        AND d.appraisal_id IS NULL) AS late
    FROM sample_seed g JOIN cycle c ON c.id = g.cycle_id JOIN policy_version l ON l.id = c.policy_version_id
    WHERE g.cycle_id = ${cycleId}::uuid`;
  return row ?? null;
}

interface Draw extends DueTeam {
  readonly appraisalId: string | null;
  readonly percent: number;
  readonly at: Date;
}

/** Draws one population and writes down both, in one statement, as the database asks. Answers what was drawn. */
export async function writeDraw(
  tx: Tx,
  draw: Draw,
  { seed, lotKey }: Pick<SeedRow, "seed" | "lotKey">,
  population: readonly Taking[],
): Promise<readonly Score[]> {
  const lots = population.map((score) => lotOf(score, lotKey));
  const drawn = new Set(drawSealed(lots, { percent: draw.percent, seed }));
  const { id } = await tx.sampleDraw.create({ data: draw, select: { id: true } });
  const rows = population.map((score) => ({ ...score, drawn: drawn.has(lotOf(score, lotKey)) }));
  await tx.$executeRaw`
    INSERT INTO sample_item (appraisal_id, value_key, draw_id, drawn, half_points)
    SELECT "appraisalId", "valueKey", ${id}::uuid, drawn, "halfPoints"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (
      "appraisalId" uuid, "valueKey" text, drawn boolean, "halfPoints" smallint)`;
  return rows.filter((row) => row.drawn);
}

/**
 * Reveals the seed of every open cycle in which no sheet is before its draw any more; `closing`: of this cycle whatever
 * still is. Answers which were.
 */
export async function revealSeeds(tx: Tx, now: Date, closing?: string): Promise<string[]> {
  const which =
    closing === undefined
      ? Prisma.sql`c.state = 'open' AND EXISTS (SELECT FROM sample_draw d WHERE d.cycle_id = c.id)
          AND NOT EXISTS (SELECT FROM appraisal a WHERE a.cycle_id = c.id
            AND (${waitsIn(before)} OR (${waitsIn(["hr_audit"])} AND ${awaitsDraw})))`
      : Prisma.sql`c.id = ${closing}::uuid`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE sample_seed g SET revealed_at = ${now}::timestamptz FROM cycle c
    WHERE c.id = g.cycle_id AND g.revealed_at IS NULL AND ${which}
    RETURNING c.id::text AS id`;
  return rows.map(({ id }) => id);
}

interface SealedRow {
  readonly hash: string;
  readonly sealedAt: Date;
  readonly revealed: boolean;
  readonly teams: number;
}

/** What may be shown of a cycle's sample at any time; `percent`: of its policy, null where it does not sample. */
export async function readSampleState(
  tx: Reading,
  cycleId: string,
  percent: number | null,
): Promise<SampleState> {
  if (percent === null) return { kind: "none" };
  const [row] = await tx.$queryRaw<SealedRow[]>`
    SELECT g.hash, g.sealed_at AS "sealedAt", g.revealed_at IS NOT NULL AS revealed,
      (SELECT count(DISTINCT d.manager_id)::int FROM sample_draw d WHERE d.cycle_id = g.cycle_id) AS teams
    FROM sample_seed g WHERE g.cycle_id = ${cycleId}::uuid`;
  if (row === undefined) return { kind: "unsealed" };
  const { revealed, ...sealed } = row;
  return { kind: revealed ? "revealed" : "sealed", percent, ...sealed };
}
