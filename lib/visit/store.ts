import "server-only";
import { chain } from "@/lib/appraisal/stages";
import {
  forWhom,
  givesRoom,
  hasBegun,
  standsAs,
  standsBy,
  waitsIn,
  withWindow,
  type Asking,
} from "@/lib/appraisal/where";
import type { Actor, DeputyRoom } from "@/lib/authz/actor";
import { countFallen } from "@/lib/hand-over/store";
import { countWaiting } from "@/lib/relations/store";
import { countUnfit } from "@/lib/reporting/store";
import type { SqlValue } from "@/lib/db/read";
import type { Reading } from "@/lib/db/read";
import { Prisma } from "@/lib/db/generated/client";
import { others, type PausedQuarter, type QuarterRef, type Waiting } from "./types";

interface FoundRooms {
  /** The newest open one the person is in; else the newest open one they have work in. One not begun comes last. */
  readonly quarter: QuarterRef | null;
  /** The person's own in the newest quarter they took part in. */
  readonly ownAppraisalId: string | null;
  readonly pauses: readonly (Omit<PausedQuarter, "since"> & { readonly since: string })[];
  readonly managerScoring: boolean;
  readonly secondLevel: boolean;
  readonly approvals: boolean;
  /** Whether anything waits that falls to the person as HR administrator; of partners nothing is asked. */
  readonly hrAudit: boolean;
  readonly fallen: number;
}

/** Where whoever is asking has anything to do, in whatever quarter: read along with them. */
export function roomsFound(asking: Asking, now: Date): SqlValue<FoundRooms> {
  const { employeeId, isHrAdmin } = asking;
  /** Whether the person has anything to do in a cycle `c` beside their own appraisal. */
  const concerned = Prisma.join(
    [isHrAdmin, ...others.map((relation) => givesRoom(asking, relation, Prisma.sql`c.id`))],
    " OR ",
  );
  return {
    sql: Prisma.sql`(SELECT row_to_json(found) FROM (
    SELECT
      (SELECT json_build_object('cycleId', c.id, 'year', c.year, 'quarter', c.quarter)
        FROM cycle c
          CROSS JOIN LATERAL (SELECT EXISTS (
            SELECT FROM appraisal a WHERE a.cycle_id = c.id AND a.employee_id = ${employeeId}) AS own) mine
        WHERE c.state = 'open' AND (mine.own OR ${concerned})
        ORDER BY mine.own DESC, ${hasBegun(now)} DESC, c.year DESC, c.quarter DESC LIMIT 1) AS quarter,
      (SELECT a.id FROM appraisal a JOIN cycle c ON c.id = a.cycle_id WHERE a.employee_id = ${employeeId}
        ORDER BY c.year DESC, c.quarter DESC LIMIT 1) AS "ownAppraisalId",
      (SELECT coalesce(json_agg(json_build_object('year', c.year, 'quarter', c.quarter, 'since', c.paused_at, 'reason', (
          SELECT h.reason FROM cycle_change h WHERE h.cycle_id = c.id AND h.kind = 'paused' ORDER BY h.sequence DESC LIMIT 1)
        )), '[]') FROM cycle c WHERE c.state = 'open' AND c.paused_at IS NOT NULL) AS pauses,
      ${givesRoom(asking, "manager")} AS "managerScoring",
      ${givesRoom(asking, "second_level")} AS "secondLevel",
      ${givesRoom(asking, "approver")} AS approvals,
      ${isHrAdmin} AND EXISTS (SELECT FROM appraisal a JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
        WHERE ${waitsIn(chain.where(({ turn }) => turn === "hr"))} AND ${standsBy(asking, "hr")}) AS "hrAudit",
      ${countFallen(asking)} + ${countUnfit(asking)} + ${countWaiting(asking)} AS fallen
  ) found)`,
  };
}

/** What is the actor's turn in these rooms now, by whom it is done for; nobody where nothing waits. */
export function countTurns(
  tx: Reading,
  actor: Actor,
  rooms: readonly DeputyRoom[],
  now: Date,
): Promise<Waiting[]> {
  const parts = rooms.map(
    (room) => Prisma.sql`
      SELECT ${room}::text AS room, ${forWhom(actor, room)} AS "forName", count(*)::int AS count
      FROM appraisal a
        JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
        ${withWindow("now")}
      WHERE ${waitsIn(chain.where(({ turn }) => turn === room))} AND ${standsAs(actor, room)} AND w.opens_at <= ${now}::timestamptz
      GROUP BY "forName"`,
  );
  return tx.$queryRaw<Waiting[]>`${Prisma.join(parts, " UNION ALL ")}`;
}
