import "server-only";
import { acquainted } from "@/lib/appraisal/standing";
import { hasRoom, meets, standsAs, stillIn } from "@/lib/appraisal/where";
import { recordLook } from "@/lib/events/record";
import type { Actor } from "@/lib/authz/actor";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/lib/db/generated/client";
import type { PackedRow } from "./rules";
import type { ReplayableCycle, Scope } from "./types";

/**
 * Where a replay reads: the final sheets of one cycle, of the people `scope` opens to the actor; `known`: of everybody
 * whose scores the actor knows one by one anyway, in whatever room.
 */
export interface Source {
  readonly cycleId: string;
  readonly actor: Actor;
  readonly scope: Scope | "known";
}

/** For `FROM … WHERE …`. */
function sheetsOf({ cycleId, actor, scope }: Source): Prisma.Sql {
  const narrowed = {
    company: Prisma.empty,
    mine: Prisma.sql`AND ${standsAs(actor, "hr")}`,
    known: Prisma.sql`AND ${meets(actor, acquainted)}`,
  };
  return Prisma.sql`
    FROM appraisal a
      JOIN employee e ON e.id = a.employee_id
    WHERE a.cycle_id = ${cycleId}::uuid AND (${stillIn} OR a.final_at IS NOT NULL) ${narrowed[scope]}`;
}

/** Closed quarters, newest first, with anybody whose scores the actor may replay; never those of the policy version. */
export function findReplayable(
  tx: Reading,
  actor: Actor,
  {
    policyVersionId,
    most,
  }: { readonly policyVersionId: string | undefined; readonly most: number },
): Promise<ReplayableCycle[]> {
  const other =
    policyVersionId === undefined
      ? Prisma.empty
      : Prisma.sql`AND c.policy_version_id <> ${policyVersionId}::uuid`;
  const mine = actor.isHrAdmin
    ? Prisma.empty
    : Prisma.sql`AND ${hasRoom(actor, "hr", Prisma.sql`c.id`)}`;
  return tx.$queryRaw<ReplayableCycle[]>`
    SELECT c.id::text AS "cycleId", c.year, c.quarter FROM cycle c
    WHERE c.state = 'closed' ${other} ${mine}
    ORDER BY c.year DESC, c.quarter DESC LIMIT ${most}`;
}

const isFinal = Prisma.sql`AND a.final_at IS NOT NULL`;

/** Final sheets, and those that never became final. */
export async function countSheets(tx: Reading, source: Source) {
  const [row] = await tx.$queryRaw<{ final: number; unfinished: number }[]>`
    SELECT count(a.final_at)::int AS final, (count(*) - count(a.final_at))::int AS unfinished
    ${sheetsOf(source)}`;
  return row ?? { final: 0, unfinished: 0 };
}

/** Where each value's signals begin in a packed sheet, by the value's database id. */
export type Offsets = readonly {
  readonly valueId: string;
  readonly key: string;
  readonly at: number;
}[];

export interface Place {
  /** The number the last batch ended with. */
  readonly after: string | undefined;
  readonly limit: number;
}

/**
 * The next sheets by employee number, each as one row of signals (rung · 32 + bits, as `Signal` has them): judgements of the
 * manager and cases of both sides, because the manager judges over everybody's facts. One statement for any number.
 */
export function readBatch(
  tx: Reading,
  source: Source,
  offsets: Offsets,
  { after, limit }: Place,
): Promise<PackedRow[]> {
  const from = after === undefined ? Prisma.empty : Prisma.sql`AND e.number > ${after}`;
  const ids = offsets.map(({ valueId }) => valueId);
  const starts = offsets.map(({ at }) => at);
  return tx.$queryRaw<PackedRow[]>`
    WITH place AS MATERIALIZED (
      SELECT value_id, at FROM unnest(${ids}::uuid[], ${starts}::int[]) AS place (value_id, at)
    ), batch AS MATERIALIZED (
      SELECT a.id, e.number ${sheetsOf(source)} ${isFinal} ${from}
      ORDER BY e.number LIMIT ${limit}
    )
    SELECT batch.id::text AS id, batch.number,
      coalesce(judged.signals, '') AS judged, coalesce(filed.signals, '') AS filed,
      coalesce(remarks.written, '') AS written, coalesce(remarks.doubted, '') AS doubted
    FROM batch
      CROSS JOIN LATERAL (SELECT string_agg(((place.at + j.point - 1) * 32
          + CASE j.verdict WHEN 'met' THEN 1 WHEN 'partly' THEN 2 ELSE 3 END)::text, ' ') AS signals
        FROM judgement j JOIN place ON place.value_id = j.value_id
        WHERE j.appraisal_id = batch.id AND j.side = 'manager') judged
      CROSS JOIN LATERAL (SELECT string_agg(((place.at + k.point - 1) * 32
          + CASE WHEN k.kind = 'contradicts' THEN 8 WHEN k.side = 'self' THEN 20 ELSE 4 END)::text, ' ') AS signals
        FROM appraisal_case k JOIN place ON place.value_id = k.value_id
        WHERE k.appraisal_id = batch.id) filed
      CROSS JOIN LATERAL (SELECT
          string_agg(place.at::text, ' ') FILTER (WHERE btrim(s.justification) <> '') AS written,
          string_agg(place.at::text, ' ') FILTER (WHERE s.in_doubt_by_id IS NOT NULL) AS doubted
        FROM value_score s JOIN place ON place.value_id = s.value_id
        WHERE s.appraisal_id = batch.id AND s.side = 'manager') remarks
    ORDER BY batch.number`;
}

/** The number a page ended with, from the appraisal its address names; nothing when there is none in the cycle. */
export async function readNumber(
  tx: Reading,
  cycleId: string,
  appraisalId: string | undefined,
): Promise<string | undefined> {
  if (appraisalId === undefined) return undefined;
  const row = await tx.appraisal.findFirst({
    where: { id: appraisalId, cycleId },
    select: { employee: { select: { number: true } } },
  });
  return row?.employee.number;
}

export interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly department: string;
  readonly departmentEn: string | null;
}

export function readListed(tx: Reading, appraisalIds: readonly string[]): Promise<NamedRow[]> {
  return tx.$queryRaw<NamedRow[]>`
    SELECT a.id::text AS id, e.name, e.number, d.name AS department, d.name_en AS "departmentEn"
    FROM appraisal a
      JOIN employee e ON e.id = a.employee_id
      JOIN department d ON d.id = a.department_id
    WHERE a.id = ANY(${[...appraisalIds]}::uuid[])`;
}

/** Who looked at which people by which policy. */
export async function recordListing(
  tx: Tx,
  actor: Actor,
  { cycleId, policyVersionId }: { readonly cycleId: string; readonly policyVersionId: string },
  now: Date,
): Promise<void> {
  const subject = { actorId: actor.employeeId, at: now, cycleId };
  await recordLook(tx, subject, { kind: "what_if.listed", policyVersionId });
}
