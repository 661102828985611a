import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { DepartmentUse } from "./types";

export async function readParents(tx: Tx): Promise<Map<string, string | null>> {
  const rows = await tx.department.findMany({ select: { id: true, parentId: true } });
  return new Map(rows.map((row) => [row.id, row.parentId]));
}

/** Who and what would stand in a department that is no more. */
export async function readUse(tx: Tx, departmentId: string): Promise<DepartmentUse> {
  const inUnit = { OR: [{ departmentId }, { divisionId: departmentId }] };
  return {
    people: await tx.employee.count({ where: { departmentId, status: { not: "left" } } }),
    departments: await tx.department.count({ where: { parentId: departmentId, closedAt: null } }),
    sheets: await tx.appraisal.count({ where: { cycle: { state: "open" }, participant: inUnit } }),
    partners: await tx.roleGrant.count({ where: { departmentId, revokedAt: null } }),
  };
}

/** A department as the form has it, with the columns a change is compared with. */
export async function readDepartment(tx: Tx, departmentId: string) {
  const row = await tx.department.findUnique({
    where: { id: departmentId },
    select: {
      version: true,
      closedAt: true,
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
  const { head, closedAt, ...before } = row;
  const { code, name, nameEn, parentId, isDivision } = before;
  const current = {
    code,
    name,
    nameEn: nameEn ?? "",
    parentId: parentId ?? "",
    headNumber: head?.number ?? "",
    isDivision: isDivision ? "on" : "",
  };
  return { before, current, closed: closedAt !== null };
}
