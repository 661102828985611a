import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { identityKey } from "@/lib/text/identity";
import type { DepartmentUse } from "./types";

/** Whether another department has this code, in whatever spelling; `id` is null for a new one. */
export async function isCodeTaken(tx: Tx, code: string, id: string | null): Promise<boolean> {
  const others = id === null ? {} : { id: { not: id } };
  return (await tx.department.count({ where: { codeKey: identityKey(code), ...others } })) > 0;
}

/** Whether the way up from `parentId`, itself included, leads to the department. A circle in it does not hang the question. */
export async function standsUnder(
  tx: Tx,
  parentId: string,
  departmentId: string,
): Promise<boolean> {
  const [found] = await tx.$queryRaw<object[]>`
    WITH RECURSIVE above (id) AS (
      SELECT ${parentId}::uuid
      UNION
      SELECT d.parent_id FROM department d JOIN above ON above.id = d.id WHERE d.parent_id IS NOT NULL
    )
    SELECT 1 FROM above WHERE id = ${departmentId}::uuid`;
  return found !== undefined;
}

/** Who and what would stand in a department that is no more. */
export async function readUse(tx: Tx, departmentId: string): Promise<DepartmentUse> {
  const inUnit = { OR: [{ departmentId }, { divisionId: departmentId }] };
  return {
    people: await tx.employee.count({ where: { departmentId, status: { not: "left" } } }),
    departments: await tx.department.count({ where: { parentId: departmentId, closedAt: null } }),
    sheets: await tx.appraisal.count({ where: { cycle: { state: "open" }, ...inUnit } }),
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
