import "server-only";
import { standingOf } from "@/lib/appraisal/standing";
import { readSubject } from "@/lib/appraisal/store";
import {
  askingOf,
  forWhom,
  inStates,
  standsAs,
  waitsIn,
  wasReturned,
  withWindow,
} from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { inTurn, read, type Reading } from "@/lib/db/read";
import { Prisma } from "@/lib/db/generated/client";
import { dossierToDecide } from "@/lib/dossier/queries/dossier";
import { readReadingQueue } from "@/lib/dossier/store";
import type { DecisionDossier, ReadingQueue } from "@/lib/dossier/types";
import { readRuleset } from "@/lib/ruleset/store";
import { isUnopened, recordOpened } from "@/lib/sheet/store/fate";
import type { Ruleset } from "@/lib/ruleset/types";
import { groupRows } from "./rules";
import type { ReviewFilter } from "./schema";
import type { ListedSheet, ReviewPage, ScorePair } from "./types";

export const REVIEW_PAGE_SIZE = 50;

/** The sheets that wait for this reader, manager by manager. */
export async function readReviewPage(
  actor: Actor,
  filter: ReviewFilter,
  now: Date,
): Promise<ReviewPage> {
  return read(actor, async (tx) => {
    const listed = await readListed(tx, actor, filter.after ?? null);
    const counts = await readCounts(tx, actor);
    const rows = listed.slice(0, REVIEW_PAGE_SIZE);
    const scores = await readScores(
      tx,
      rows.map(({ appraisalId }) => appraisalId),
    );
    const rulesets = await readRulesets(
      tx,
      rows.map(({ cycleId }) => cycleId),
    );
    return {
      ...counts,
      groups: groupRows(rows, scores, rulesets, now),
      next: listed.length > REVIEW_PAGE_SIZE ? (rows.at(-1)?.appraisalId ?? null) : null,
    };
  });
}

function readListed(tx: Reading, actor: Actor, after: string | null): Promise<ListedSheet[]> {
  const from =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (c.year, c.quarter, m.number, e.number) > (
          SELECT c.year, c.quarter, m.number, e.number
          FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
            JOIN employee m ON m.id = a.manager_id JOIN employee e ON e.id = a.employee_id
          WHERE a.id = ${after}::uuid AND ${standsAs(actor, "second_level")})`;
  const inCharge = askingOf(actor).isHrOf(Prisma.sql`a.department_id`);
  return tx.$queryRaw<ListedSheet[]>`
    SELECT a.id::text AS "appraisalId", a.version, a.round, a.cycle_id::text AS "cycleId", c.year, c.quarter,
      a.self_total AS "selfTotal", a.manager_total AS "managerTotal", a.band, a.manager_submitted_at AS "submittedAt",
      e.name, e.number, d.name AS department, d.name_en AS "departmentEn",
      m.id::text AS "managerId", m.name AS "managerName", m.number AS "managerNumber",
      c.paused_at AS "pausedAt", w.opens_at AS "opensAt", w.closes_at AS "closesAt", ${wasReturned} AS returned,
      ${forWhom(actor, "second_level")} AS "deputyFor",
      a.second_level_id IS NULL AND ${forWhom(actor, "second_level")} IS NULL AND NOT ${inCharge} AS "noPartner"
    FROM appraisal a
      JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
      JOIN employee e ON e.id = a.employee_id
      JOIN employee m ON m.id = a.manager_id
      JOIN department d ON d.id = a.department_id
      ${withWindow("second_level")}
    WHERE ${waitsIn(["second_level"])} AND ${standsAs(actor, "second_level")} ${from}
    ORDER BY c.year, c.quarter, m.number, e.number
    LIMIT ${REVIEW_PAGE_SIZE + 1}`;
}

async function readCounts(
  tx: Reading,
  actor: Actor,
): Promise<{ waiting: number; decided: number }> {
  const [row] = await tx.$queryRaw<{ waiting: number; decided: number }[]>`
    SELECT
      (SELECT count(*)::int FROM appraisal a JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
          WHERE ${waitsIn(["second_level"])} AND ${standsAs(actor, "second_level")}) AS waiting,
      (SELECT count(DISTINCT a.id)::int FROM appraisal a JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
          JOIN second_level_decision s ON s.appraisal_id = a.id AND s.by_id = ${actor.employeeId}::uuid
        WHERE NOT ${inStates(["second_level"])} AND ${standsAs(actor, "second_level")}) AS decided`;
  return row ?? { waiting: 0, decided: 0 };
}

function readScores(tx: Reading, appraisalIds: readonly string[]): Promise<ScorePair[]> {
  return tx.$queryRaw<ScorePair[]>`
    SELECT s.appraisal_id::text AS "appraisalId", v.key,
      max(s.half_points) FILTER (WHERE s.side = 'self')::int AS self,
      max(s.half_points) FILTER (WHERE s.side = 'manager')::int AS manager,
      bool_or(s.referred) AS doubt, max(s.audit_reason) AS reason, bool_or(s.needs_approval) AS approval
    FROM value_score s JOIN value v ON v.id = s.value_id
    WHERE s.appraisal_id = ANY(${[...appraisalIds]}::uuid[])
    GROUP BY s.appraisal_id, v.key`;
}

/** Open cycles are few, and their versions are kept in memory. */
async function readRulesets(
  tx: Reading,
  cycleIds: readonly string[],
): Promise<ReadonlyMap<string, Ruleset>> {
  const ids = [...new Set(cycleIds)];
  return new Map(await inTurn(ids, async (id) => [id, await readRuleset(tx, id)] as const));
}

/** The dossier of a sheet in this reader's own line; later looks are allowed, deciding is the command's matter. */
export async function readReviewDossier(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<DecisionDossier | null> {
  const readOwn = async (tx: Reading) => {
    const subject = await readSubject(tx, appraisalId);
    return subject !== null && standingOf(actor, subject).has("second_level") ? subject : null;
  };
  const [found, unopened] = await read(actor, async (tx) => {
    const subject = await readOwn(tx);
    return [subject, subject !== null && (await isUnopened(tx, subject, "manager"))] as const;
  });
  if (unopened)
    await recordOpened({ appraisalId, side: "manager", byId: actor.employeeId, at: now });
  return read(actor, async (tx) => {
    // It may have been taken back just before it was opened.
    const subject = unopened ? await readOwn(tx) : found;
    return subject && dossierToDecide(tx, actor, subject, { as: "second_level", now });
  });
}

/** What waits for this reader in the order of the list, around one sheet. */
export function readReviewQueue(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<ReadingQueue> {
  const waiting = Prisma.sql`
    SELECT a.id, a.employee_id, NULL::text AS value, NULL::jsonb AS value_name, a.manager_total::int AS half_points,
      NULL::int AS max_half_points, (SELECT s.audit_reason::text FROM value_score s
        WHERE s.appraisal_id = a.id AND s.side = 'manager' AND s.audit_reason IS NOT NULL
        ORDER BY array_position(ARRAY['sanction', 'five', 'returned', 'doubt', 'low', 'high'], s.audit_reason::text) LIMIT 1) AS mark,
      row_number() OVER (ORDER BY c.year, c.quarter, m.number, e.number) AS place
    FROM appraisal a
      JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
      JOIN employee e ON e.id = a.employee_id
      JOIN employee m ON m.id = a.manager_id
    WHERE ${waitsIn(["second_level"])} AND ${standsAs(actor, "second_level")}`;
  const sitting = { as: "second_level", now, waiting, appraisalId, value: null } as const;
  return read(actor, (tx) => readReadingQueue(tx, actor, sitting));
}
