import "server-only";
import { inWindowOf, standsAs, waitsIn } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import { Prisma } from "@/lib/db/generated/client";
import { canonical, isRedrawn } from "@/lib/scoring";
import { awaitsDraw } from "./store";
import { mayReadDraws } from "./permissions";
import type { DrawsFile } from "./schema";
import { lotOf, SHOWN_FROM_SHEETS, type Score } from "./rules";
import type { RevealedDraws, WaitingTeam } from "./types";

const TEAMS_SHOWN = 50;

/** Whose sheets in this reader's charge wait for their draw, the first to be drawn first; `cycleId`: of this cycle only. */
export function readWaitingTeams(
  actor: Actor,
  cycleId: string | undefined,
): Promise<WaitingTeam[]> {
  const inCycle =
    cycleId === undefined ? Prisma.empty : Prisma.sql`AND a.cycle_id = ${cycleId}::uuid`;
  return read(
    actor,
    (tx) => tx.$queryRaw<WaitingTeam[]>`
    SELECT m.id::text AS "managerId", m.name AS "managerName", c.id::text AS "cycleId",
      json_build_object('year', c.year, 'quarter', c.quarter) AS cycle, w.closes_at AS latest, count(*)::int AS waiting
    FROM appraisal a
      JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
      JOIN stage_window w ON w.cycle_id = c.id AND ${inWindowOf("second_level")}
      JOIN employee m ON m.id = a.manager_id
    WHERE ${waitsIn(["hr_audit"])} AND ${standsAs(actor, "hr")} AND ${awaitsDraw} ${inCycle}
    GROUP BY m.id, c.id, w.closes_at
    ORDER BY w.closes_at, m.number
    LIMIT ${TEAMS_SHOWN}`,
  );
}

interface RevealedRow extends Omit<RevealedDraws, "draws" | "hidden" | "same"> {
  readonly lotKey: string | null;
}

interface DrawRow {
  readonly percent: number;
  /** Of how many sheets. */
  readonly sheets: number;
  /** Whether the reader's own sheet is among them, of which no result was published. */
  readonly own: boolean;
  readonly items: readonly (Score & { readonly drawn: boolean })[];
}

/** The draws of a cycle whose seed is revealed; null before, and for whoever may not read them. */
export function readRevealed(actor: Actor, cycleId: string): Promise<RevealedDraws | null> {
  if (!mayReadDraws(actor)) return Promise.resolve(null);
  return read(actor, async (tx) => {
    const [found] = await tx.$queryRaw<RevealedRow[]>`
      SELECT c.id::text AS "cycleId", c.year, c.quarter, g.seed, g.hash, g.lot_key AS "lotKey",
        g.revealed_at AS "revealedAt", (SELECT time_zone FROM company) AS "timeZone"
      FROM sample_seed g JOIN cycle c ON c.id = g.cycle_id
      WHERE c.id = ${cycleId}::uuid AND g.revealed_at IS NOT NULL`;
    if (found === undefined) return null;
    const rows = await tx.$queryRaw<DrawRow[]>`
      SELECT d.percent::int AS percent, count(DISTINCT i.appraisal_id)::int AS sheets,
        bool_or(a.employee_id = ${actor.employeeId}::uuid AND a.published_at IS NULL) AS own,
        json_agg(json_build_object('appraisalId', i.appraisal_id, 'valueKey', i.value_key, 'drawn', i.drawn)) AS items
      FROM sample_draw d JOIN sample_item i ON i.draw_id = d.id JOIN appraisal a ON a.id = i.appraisal_id
      WHERE d.cycle_id = ${cycleId}::uuid
      GROUP BY d.id`;
    return shownOf(found, rows);
  });
}

/** In the order of the first lots, which tells nothing of the managers. */
function shownOf({ lotKey, ...head }: RevealedRow, rows: readonly DrawRow[]): RevealedDraws {
  const lotted = rows.map(({ items, ...row }) => ({
    ...row,
    population: canonical(items.map((item) => lotOf(item, lotKey))),
    drawn: canonical(items.filter(({ drawn }) => drawn).map((item) => lotOf(item, lotKey))),
  }));
  const shown = lotted.filter(
    ({ sheets, own }) => lotKey !== null && !own && sheets >= SHOWN_FROM_SHEETS,
  );
  const inOrder = shown.toSorted((a, b) =>
    (a.population[0] ?? "") < (b.population[0] ?? "") ? -1 : 1,
  );
  return {
    ...head,
    same: lotted.every((draw) => isRedrawn(draw, { percent: draw.percent, seed: head.seed })),
    draws: inOrder.map(({ percent, population, drawn }, at) => ({
      number: at + 1,
      ...{ percent, population, drawn },
    })),
    hidden: lotted.length - shown.length,
  };
}

/** The same as a file, for `npm run score -- --redraw`. */
export async function exportDraws(
  actor: Actor,
  cycleId: string,
): Promise<{ readonly name: string; readonly text: string } | null> {
  const revealed = await readRevealed(actor, cycleId);
  if (revealed === null) return null;
  const { year, quarter, seed, hash, draws } = revealed;
  const file: DrawsFile = {
    format: "tongguan-sample/1",
    cycle: { year, quarter },
    ...{ seed, hash },
    draws: draws.map(({ number: draw, percent, population, drawn }) => ({
      ...{ draw, percent },
      ...{ population: [...population], drawn: [...drawn] },
    })),
  };
  return { name: `sample-${year}-Q${quarter}.json`, text: `${JSON.stringify(file, null, 2)}\n` };
}
