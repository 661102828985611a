import "server-only";
import { statesFor, type Verb } from "@/lib/appraisal/permissions";
import { askingOf, inStates, standsAs } from "@/lib/appraisal/where";
import type { AppraisalState, Signed } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Review } from "@/lib/review/store";
import { readingQueue, struckOut } from "./rules";
import type { DossierValue, EarlierFive, Decider, Place, ReadingQueue, ReadingRow } from "./types";

/** What the page of a sheet asks for. An approver's look ends with the decision. */
export const lookOf = {
  second_level: "manager.read",
  hr: "hr.read",
  approver: "approval.decide",
} as const satisfies Readonly<Record<Decider, Verb>>;

/** What was decided, about which value and in which words, by who decides. A second level's return is a row for each of its reasons. */
export const decisions: Readonly<Record<Decider, Prisma.Sql>> = {
  second_level: Prisma.sql`SELECT coalesce(n.id, s.id) AS id, s.appraisal_id, s.by_id, s.at, s.round, s.sequence, s.verdict::text, n.value_key, n.point, NULL::smallint AS half_points,
      NULL AS case_reason, coalesce(n.reason, s.comment) AS words
    FROM second_level_decision s
      LEFT JOIN return_note n ON s.verdict = 'returned' AND (n.appraisal_id, n.by_id, n.at) = (s.appraisal_id, s.by_id, s.at)`,
  hr: Prisma.sql`SELECT h.id, h.appraisal_id, h.by_id, h.at, h.round, h.sequence, h.verdict::text, h.value_key, n.point, h.half_points,
      h.case_reason::text, h.comment AS words
    FROM hr_verification h
      LEFT JOIN LATERAL (SELECT r.point FROM return_note r
        WHERE h.verdict = 'returned' AND (r.appraisal_id, r.by_id, r.at) = (h.appraisal_id, h.by_id, h.at)
          AND (r.value_key, r.case_reason, r.reason) = (h.value_key, h.case_reason, h.comment)
        ORDER BY r.id LIMIT 1) n ON true`,
  approver: Prisma.sql`SELECT id, appraisal_id, by_id, at, round, sequence, verdict::text, value_key, NULL::smallint AS point, half_points,
      NULL AS case_reason, reason AS words
    FROM approval`,
};

/** A second level decides on whole sheets, whatever a return was pinned to. */
export const keyOf = (decider: Decider): Prisma.Sql =>
  decider === "second_level" ? Prisma.sql`NULL::text` : Prisma.sql`g.value_key`;

const stageOfDecider = {
  second_level: "second_level",
  hr: "hr_audit",
  approver: "approval",
} as const satisfies Readonly<Record<Decider, AppraisalState>>;

/**
 * Of a decision `g` about `appraisal a`: the version at which it can be taken back, null where it cannot, as `takeBackFault`
 * has it, save for the seconds to undo and for what bars any writing (`barOf`).
 */
export function reversible(decider: Decider, actor: Actor): Prisma.Sql {
  const table = Prisma.sql`(${decisions[decider]})`;
  const about = keyOf(decider);
  const later = decider === "second_level" ? Prisma.empty : Prisma.sql`AND l.value_key = ${about}`;
  const undrawn =
    decider === "second_level"
      ? Prisma.sql`AND NOT EXISTS (SELECT FROM sample_draw x
          WHERE x.cycle_id = a.cycle_id AND x.manager_id = a.manager_id AND x.at >= g.at)`
      : Prisma.empty;
  return Prisma.sql`CASE WHEN g.verdict <> 'taken_back' AND g.round = a.round
    AND NOT EXISTS (SELECT FROM ${table} l WHERE l.appraisal_id = a.id ${later} AND l.sequence > g.sequence)
    AND (${inStates([stageOfDecider[decider]])} OR (${inStates(["hr_audit"])} AND a.state_since = g.at
      AND NOT EXISTS (SELECT FROM audit_event v
        WHERE v.appraisal_id = a.id AND v.at >= g.at AND v.actor_id IS DISTINCT FROM ${actor.employeeId}::uuid) ${undrawn}))
    THEN a.version END`;
}

/** Who stands so or does while the sheet waits for them: what one decided oneself stays on one's own list. */
export const standsOnTurn = (actor: Actor, decider: Decider): Prisma.Sql =>
  standsAs(actor, decider, { ...askingOf(actor), waitsForHr: Prisma.sql`TRUE` });

/** A sitting is looked back on for this long. */
const SITTING_MS = 4 * 3_600_000;
/** How far the queue shows to either side of the place it is open at. */
const IN_SIGHT = 30;

interface Sitting extends Place {
  readonly as: Decider;
  readonly now: Date;
  /**
   * What waits for the actor, as a SELECT with the columns `id, employee_id, value, value_name, half_points,
   * max_half_points, mark, place`.
   */
  readonly waiting: Prisma.Sql;
}

/** What the actor decided in this sitting, then what waits, around one place. What came back and waits anew, waits. */
export async function readReadingQueue(
  tx: Reading,
  actor: Actor,
  { as, now, waiting, appraisalId, value }: Sitting,
): Promise<ReadingQueue> {
  const since = new Date(now.getTime() - SITTING_MS);
  const about = keyOf(as);
  const rows = await tx.$queryRaw<ReadingRow[]>`
    WITH waiting AS MATERIALIZED (${waiting}),
    done AS (
      SELECT DISTINCT ON (g.appraisal_id, ${about}) a.id, a.employee_id, ${about} AS value, v.name AS value_name,
        g.half_points::int AS half_points, s.max_half_points::int AS max_half_points, NULL::text AS mark,
        g.verdict AS outcome, g.at, (${inStates(statesFor(lookOf[as], as))} AND ${standsAs(actor, as)}) AS opens
      FROM (${decisions[as]}) g
        JOIN appraisal a ON a.id = g.appraisal_id
        JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
        LEFT JOIN value v ON v.framework_version_id = c.framework_version_id AND v.key = ${about}
        LEFT JOIN value_score s ON s.appraisal_id = a.id AND s.value_id = v.id AND s.side = 'manager'
      WHERE g.by_id = ${actor.employeeId}::uuid AND g.at >= ${since}::timestamptz AND ${standsOnTurn(actor, as)}
      ORDER BY g.appraisal_id, ${about}, g.at DESC, g.sequence DESC
    ),
    listed AS (
      SELECT *, (row_number() OVER (ORDER BY waits, at, place))::int AS at_place, (count(*) OVER ())::int AS total FROM (
        SELECT d.*, false AS waits, 0 AS place FROM done d WHERE d.outcome <> 'taken_back' AND NOT EXISTS (
          SELECT FROM waiting w WHERE w.id = d.id AND w.value IS NOT DISTINCT FROM d.value)
        UNION ALL
        SELECT w.id, w.employee_id, w.value, w.value_name, w.half_points, w.max_half_points, w.mark, NULL, NULL, true,
          true, w.place FROM waiting w
      ) everything
    ),
    here AS (
      SELECT coalesce(min(at_place), 1) AS at_place FROM listed
      WHERE id = ${appraisalId}::uuid AND value IS NOT DISTINCT FROM ${value}::text
    )
    SELECT l.id::text AS "appraisalId", e.name, l.value, l.value_name AS "valueName", l.half_points::int AS "halfPoints",
      l.max_half_points::int AS "maxHalfPoints", l.mark, l.outcome, l.opens, l.at_place AS place, l.total,
      (count(*) FILTER (WHERE l.waits) OVER ())::int AS waiting
    FROM listed l JOIN employee e ON e.id = l.employee_id, here
    WHERE l.at_place BETWEEN here.at_place - ${IN_SIGHT} AND here.at_place + ${IN_SIGHT}
    ORDER BY l.at_place`;
  return readingQueue(rows, { appraisalId, value });
}

const FIVES_OF_A_VALUE = 3;

interface FiveRow extends EarlierFive {
  readonly names: readonly string[];
}

/**
 * Approved scores at the top of these values in closed quarters, the newest first, with the case of the highest rung.
 * Neither the reader's own nor those of the person judged are among them. Struck out are the name and number of whose it
 * is, of who scored and reviewed it, and of whoever is in the sheet's department today.
 */
export async function readEarlierFives(
  tx: Reading,
  except: readonly string[],
  valueKeys: readonly string[],
): Promise<EarlierFive[]> {
  const rows = await tx.$queryRaw<FiveRow[]>`
    SELECT found.id::text AS id, found.value_key AS "valueKey", found.half_points::int AS "halfPoints",
      found.year::int AS year, found.quarter::int AS quarter, found.title, found.words, ARRAY(
        SELECT unnest(ARRAY[p.name, p.number]) FROM employee p
        WHERE p.department_id = found.department_id OR p.id IN (found.employee_id, found.manager_id, found.second_level_id)
      ) AS names
    FROM (
      SELECT g.id, g.value_key, g.half_points, c.year, c.quarter, k.title, btrim(k.action || ' ' || k.outcome) AS words,
        a.department_id, a.employee_id, a.manager_id, a.second_level_id,
        row_number() OVER (PARTITION BY g.value_key ORDER BY c.year DESC, c.quarter DESC, g.at DESC, g.id) AS place
      FROM approval g
        JOIN appraisal a ON a.id = g.appraisal_id AND a.final_at IS NOT NULL
        JOIN cycle c ON c.id = a.cycle_id AND c.state = 'closed'
        JOIN value_score s ON s.appraisal_id = a.id AND s.side = 'manager' AND s.half_points = g.half_points AND s.needs_approval
        JOIN value v ON v.id = s.value_id AND v.key = g.value_key
        CROSS JOIN LATERAL (SELECT title, action, outcome FROM appraisal_case
          WHERE appraisal_id = a.id AND value_id = v.id AND side = 'manager' AND kind = 'supports'
          ORDER BY point DESC, position LIMIT 1) k
      WHERE g.verdict = 'approved' AND g.value_key = ANY(${[...valueKeys]}) AND a.employee_id <> ALL(${[...except]}::uuid[])
    ) found
    WHERE found.place <= ${FIVES_OF_A_VALUE}
    ORDER BY found.value_key, found.place`;
  return rows.map(({ names, title, words, ...five }) => ({
    ...five,
    title: struckOut(title, names),
    words: struckOut(words, names),
  }));
}

export type SignedBy = (byId: string | null, at: Date | null) => Signed;

export function lookedAt(
  { verdict, caseReason, comment, byId, at }: Review["verifications"][number],
  signed: SignedBy,
): DossierValue["verification"] {
  if (verdict === "taken_back") return null;
  return { verdict, caseReason, comment, ...signed(byId, at), at };
}

export function votedAt(
  { verdict, reason, byId, at }: Review["approvals"][number],
  signed: SignedBy,
): DossierValue["approval"] {
  return verdict === "taken_back" || verdict === "asked"
    ? null
    : { verdict, reason, ...signed(byId, at), at };
}
