import "server-only";
import type { Tx } from "@/lib/db/transaction";

export async function readParents(tx: Tx): Promise<Map<string, string | null>> {
  const rows = await tx.department.findMany({ select: { id: true, parentId: true } });
  return new Map(rows.map((row) => [row.id, row.parentId]));
}

/** A department as the form has it, with the columns a change is compared with. */
export async function readDepartment(tx: Tx, departmentId: string) {
  const row = await tx.department.findUnique({
    where: { id: departmentId },
    select: {
      version: true,
      code: true,
      name: true,
      nameEn: true,
      parentId: true,
      headId: true,
      isDivision: true,
      head: { select: { number: true } },
    },
  });
  if (row === null) return null;
  const { head, ...before } = row;
  const { code, name, nameEn, parentId, isDivision } = before;
  const current = {
    code,
    name,
    nameEn: nameEn ?? "",
    parentId: parentId ?? "",
    headNumber: head?.number ?? "",
    isDivision: isDivision ? "on" : "",
  };
  return { before, current };
}
