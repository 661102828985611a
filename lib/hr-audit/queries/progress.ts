import "server-only";
import type { StatePart } from "@/lib/appraisal/stages";
import { hasBegun, hasRoom, inStates, inWindowOf, standsAs, stillIn } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { inTurn, read, type Reading } from "@/lib/db/read";
import { Prisma } from "@/lib/db/generated/client";
import { progressParts, unitsInCharge } from "@/lib/progress/rules";
import { readUnits } from "@/lib/progress/store";
import { sumOfShown, type ShownCount } from "@/lib/small-groups/rules";
import type { AuditCycle, ProgressPage, UnitProgress } from "../types";

const UNITS_PAGE_SIZE = 30;

/** How far everybody in this actor's charge is in one cycle, by department; counts only. */
export function progressPage(all: readonly UnitProgress[], from: number): ProgressPage {
  const shown = all.filter(({ depth, past }) => depth === 0 || past !== null);
  const to = from + UNITS_PAGE_SIZE;
  return {
    units: shown.slice(from, to),
    ...{ small: all.length - shown.length, next: to < shown.length ? to : null },
  };
}

async function readInCharge(tx: Reading, actor: Actor, cycleId: string): Promise<UnitProgress[]> {
  const { departments, pages } = await readUnits(tx, actor, cycleId);
  return unitsInCharge(departments, pages, actor.hrDepartmentIds).flatMap((unit) => {
    const name = departments.find(({ id }) => id === unit.id)?.name;
    return name === undefined ? [] : [{ ...unit, name }];
  });
}

interface FoundCycle extends Omit<AuditCycle, "window" | "inSelfReview"> {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

interface CycleInCharge {
  readonly cycle: AuditCycle;
  readonly units: readonly UnitProgress[];
}

/** The open cycles with people in this actor's charge, the newest first, and how many sheets stand where in each. */
export function readCyclesInCharge(actor: Actor, now: Date): Promise<CycleInCharge[]> {
  return read(actor, async (tx) => {
    const found = await tx.$queryRaw<FoundCycle[]>`
      SELECT c.id::text AS id, c.year, c.quarter, w.opens_at AS "opensAt", w.closes_at AS "closesAt", ${hasBegun(now)} AS begun,
        counted.*
      FROM cycle c
        JOIN stage_window w ON w.cycle_id = c.id AND ${inWindowOf("hr_audit")}
        CROSS JOIN LATERAL (SELECT
          (count(*) FILTER (WHERE ${inStates(["hr_audit"])}))::int AS "inAudit",
          (count(*) FILTER (WHERE ${inStates(["approval"])}))::int AS "inApproval"
        FROM appraisal a
        WHERE a.cycle_id = c.id AND ${stillIn} AND ${standsAs(actor, "hr")}) counted
      WHERE c.state = 'open' AND ${hasRoom(actor, "hr", Prisma.sql`c.id`)}
      ORDER BY c.year DESC, c.quarter DESC`;
    return inTurn(found, async ({ opensAt, closesAt, ...cycle }) => {
      const units = await readInCharge(tx, actor, cycle.id);
      const inSelfReview = inPart(units, "self");
      return { cycle: { ...cycle, inSelfReview, window: { opensAt, closesAt } }, units };
    });
  });
}

/** From the units alone: beside them another sum would tell of those they hide. */
function inPart(units: readonly UnitProgress[], part: StatePart): ShownCount {
  const index = progressParts.indexOf(part);
  const topmost = units.filter(({ depth }) => depth === 0);
  return sumOfShown(topmost.map(({ parts }) => parts?.[index] ?? null));
}
