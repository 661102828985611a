import "server-only";
import type { Tx } from "@/lib/db/client";

/** Who reports to whom, for the whole company: a few thousand pairs, read only when a line changes. */
export async function readReportingLines(tx: Tx): Promise<Map<string, string | null>> {
  const rows = await tx.employee.findMany({ select: { id: true, managerId: true } });
  return new Map(rows.map((row) => [row.id, row.managerId]));
}

/** Somebody here who can still take on people; undefined when the 工号 means nobody such. */
export async function findPresent(tx: Tx, number: string): Promise<string | undefined> {
  const found = await tx.employee.findFirst({
    where: { number, status: { not: "left" } },
    select: { id: true },
  });
  return found?.id;
}
