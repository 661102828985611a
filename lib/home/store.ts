import "server-only";
import { askingOf, forWhom, standsAs, stillIn, withWindow } from "@/lib/appraisal/where";
import type { StageWindow } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import type { Reading } from "@/lib/db/read";
import { Prisma } from "@/lib/db/generated/client";
import { countFallen } from "@/lib/hand-over/store";
import { countWaiting } from "@/lib/relations/store";
import { countUnfit } from "@/lib/reporting/store";
import { lastWord } from "@/lib/result/rules";
import type { StateCount } from "./rules";
import { others, type Other, type QuarterRef } from "@/lib/visit/types";

export interface OpenCycle extends QuarterRef {
  readonly windows: readonly StageWindow[];
}

export async function openCycles(tx: Reading): Promise<OpenCycle[]> {
  const rows = await tx.cycle.findMany({
    where: { state: "open" },
    orderBy: [{ year: "desc" }, { quarter: "desc" }],
    select: { id: true, year: true, quarter: true, windows: true },
  });
  return rows.map(({ id, ...cycle }) => ({ cycleId: id, ...cycle }));
}

/** Of the appraisals to which the actor stands in each relation in open cycles: how many in which state whose window has opened. */
export async function countStanding(
  tx: Reading,
  actor: Actor,
  now: Date,
): Promise<Readonly<Record<Other, readonly StateCount[]>>> {
  const parts = others.map(
    (relation) => Prisma.sql`
      SELECT ${relation}::text AS relation, a.cycle_id::text AS "cycleId", a.state::text AS state,
        (count(*) FILTER (WHERE w.opens_at <= ${now}::timestamptz))::int AS count,
        (count(a.returned_from) FILTER (WHERE w.opens_at <= ${now}::timestamptz))::int AS returned,
        min(w.closes_at) FILTER (WHERE w.opens_at <= ${now}::timestamptz) AS due, ${forWhom(actor, relation)} AS "deputyFor"
      FROM appraisal a
        JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
        ${withWindow("now")}
      WHERE ${standsAs(actor, relation)} AND ${stillIn}
      GROUP BY a.cycle_id, a.state, "deputyFor"`,
  );
  const rows = await tx.$queryRaw<
    (StateCount & { readonly relation: string })[]
  >`${Prisma.join(parts, " UNION ALL ")}`;
  const as = (wanted: Other) => rows.filter(({ relation }) => relation === wanted);
  return {
    manager: as("manager"),
    second_level: as("second_level"),
    approver: as("approver"),
    hr: as("hr"),
  };
}

export type OwnRow = Awaited<ReturnType<typeof readOwn>>[number];

export function readOwn(tx: Reading, employeeId: string) {
  return tx.appraisal.findMany({
    where: { employeeId },
    orderBy: [{ cycle: { year: "desc" } }, { cycle: { quarter: "desc" } }],
    take: 12,
    select: {
      id: true,
      state: true,
      returnedFrom: true,
      endedAt: true,
      ownWindows: { select: { stage: true, opensAt: true, closesAt: true } },
      managerTotal: true,
      band: true,
      manager: { select: { name: true } },
      cycle: {
        select: {
          id: true,
          year: true,
          quarter: true,
          state: true,
          frameworkVersionId: true,
          policyVersionId: true,
          frameworkVersion: { select: { _count: { select: { values: true } } } },
        },
      },
      edition: true,
      acknowledgements: { ...lastWord, select: { kind: true, edition: true } },
      scores: { select: { side: true, valueId: true, halfPoints: true } },
    },
  });
}

/** What waits for HR outside the stages of a cycle; 0 for whoever has no part in it. */
export async function countHouse(tx: Reading, actor: Actor) {
  const asking = askingOf(actor);
  const [row] = await tx.$queryRaw<{ unfit: number; fallen: number; relations: number }[]>`
    SELECT ${countUnfit(asking)} AS unfit, ${countFallen(asking)} AS fallen, ${countWaiting(asking)} AS relations`;
  return row ?? { unfit: 0, fallen: 0, relations: 0 };
}
