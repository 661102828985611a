import "server-only";
import type { Tx } from "@/lib/db/client";

export async function readParents(tx: Tx): Promise<Map<string, string | null>> {
  const rows = await tx.department.findMany({ select: { id: true, parentId: true } });
  return new Map(rows.map((row) => [row.id, row.parentId]));
}
