import "server-only";
import { hasBegun, hasRoom, standsAs } from "@/lib/appraisal/where";
import type { StageWindow } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/lib/db/generated/client";
import { lastWord } from "@/lib/result/rules";
import type { StateCount } from "./rules";
import type { QuarterRef } from "./types";

export interface OpenCycle extends QuarterRef {
  readonly windows: readonly StageWindow[];
}

export async function openCycles(tx: Tx): Promise<OpenCycle[]> {
  const rows = await tx.cycle.findMany({
    where: { state: "open" },
    orderBy: [{ year: "desc" }, { quarter: "desc" }],
    select: { id: true, year: true, quarter: true, windows: true },
  });
  return rows.map(({ id, ...cycle }) => ({ cycleId: id, ...cycle }));
}

interface FoundRooms {
  /** The newest open one the person is in; else the newest open one they have work in. One not begun comes last. */
  readonly quarter: QuarterRef | null;
  /** The person's own in the newest quarter they took part in. */
  readonly ownAppraisalId: string | null;
  readonly managerScoring: boolean;
  readonly secondLevel: boolean;
  readonly approvals: boolean;
}

/** What one can be to the appraisals of others. */
export const others = ["manager", "second_level", "approver", "hr"] as const;
export type Other = (typeof others)[number];

/** Whether the person has anything to do in a cycle `c` beside their own appraisal. */
function concerns(actor: Actor): Prisma.Sql {
  if (actor.isHrAdmin) return Prisma.sql`TRUE`;
  const rooms = others.map((relation) => hasRoom(actor, relation, Prisma.sql`p.cycle_id = c.id`));
  return Prisma.sql`(${Prisma.join(rooms, " OR ")})`;
}

/** Where a person has anything to do, in whatever quarter: asked at every page, so in one statement. */
export async function findRooms(tx: Tx, actor: Actor, now: Date): Promise<FoundRooms> {
  const [row] = await tx.$queryRaw<FoundRooms[]>`
    SELECT
      (SELECT json_build_object('cycleId', c.id, 'year', c.year, 'quarter', c.quarter)
        FROM cycle c
          CROSS JOIN LATERAL (SELECT EXISTS (
            SELECT FROM appraisal a WHERE a.cycle_id = c.id AND a.employee_id = ${actor.employeeId}::uuid) AS own) mine
        WHERE c.state = 'open' AND (mine.own OR ${concerns(actor)})
        ORDER BY mine.own DESC, ${hasBegun(now)} DESC, c.year DESC, c.quarter DESC LIMIT 1) AS quarter,
      (SELECT a.id FROM appraisal a JOIN cycle c ON c.id = a.cycle_id WHERE a.employee_id = ${actor.employeeId}::uuid
        ORDER BY c.year DESC, c.quarter DESC LIMIT 1) AS "ownAppraisalId",
      ${hasRoom(actor, "manager")} AS "managerScoring",
      ${hasRoom(actor, "second_level")} AS "secondLevel",
      ${hasRoom(actor, "approver")} AS approvals`;
  if (row === undefined) throw new Error("findRooms: no row");
  return row;
}

/** Of the appraisals to which the actor stands in each relation in open cycles: how many in which state. */
export async function countStanding(
  tx: Tx,
  actor: Actor,
): Promise<Readonly<Record<Other, readonly StateCount[]>>> {
  const parts = others.map(
    (relation) => Prisma.sql`
      SELECT ${relation}::text AS relation, a.cycle_id::text AS "cycleId", a.state::text AS state,
        count(*)::int AS count, count(a.returned_from)::int AS returned
      FROM appraisal a
        JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
        JOIN participant p ON p.id = a.participant_id
      WHERE ${standsAs(actor, relation)}
      GROUP BY a.cycle_id, a.state`,
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

export function readOwn(tx: Tx, employeeId: string) {
  return tx.appraisal.findMany({
    where: { employeeId },
    orderBy: [{ cycle: { year: "desc" } }, { cycle: { quarter: "desc" } }],
    take: 12,
    select: {
      id: true,
      state: true,
      returnedFrom: true,
      managerTotal: true,
      band: true,
      participant: { select: { manager: { select: { name: true } } } },
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
      acknowledgements: { ...lastWord, select: { kind: true } },
      scores: { select: { side: true, valueId: true, halfPoints: true } },
    },
  });
}
