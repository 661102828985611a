import "server-only";
import type { Reading } from "@/lib/db/read";
import type { EarlierDirections } from "../types";

interface Asked {
  readonly employeeId: string;
  readonly cycleId: string;
}

interface Row extends EarlierDirections {
  readonly heldById: string;
}

/**
 * The directions for improvement of the person's last recorded interview before this quarter. `heldBy` is the manager who
 * asks: they know what was said when they said it, but a new manager does not learn it here. Null of a person asks for
 * themself.
 */
export async function readEarlierDirections(
  tx: Reading,
  { employeeId, cycleId }: Asked,
  heldBy: string | null,
): Promise<EarlierDirections | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.year::int AS year, c.quarter::int AS quarter, i.direction, e.name AS by, i.recorded_by_id::text AS "heldById"
    FROM cycle now
      JOIN appraisal a ON a.employee_id = ${employeeId}::uuid AND a.published_at IS NOT NULL
      JOIN cycle c ON c.id = a.cycle_id AND (c.year, c.quarter) < (now.year, now.quarter)
      JOIN interview i ON i.appraisal_id = a.id AND i.edition = a.edition
      JOIN employee e ON e.id = i.recorded_by_id
    WHERE now.id = ${cycleId}::uuid
    ORDER BY c.year DESC, c.quarter DESC LIMIT 1`;
  if (row === undefined || (heldBy !== null && row.heldById !== heldBy)) return null;
  const { year, quarter, direction, by } = row;
  return { year, quarter, direction, by };
}
