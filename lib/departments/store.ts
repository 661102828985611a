import "server-only";
import { Prisma } from "@/lib/db/generated/client";
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

/**
 * For FROM and INSERT: of each department for which `some` holds, over `department d`, its division, the nearest one above or
 * else the top; the heads from the division up, and the HR partners of it and those above, who are here, nearest first.
 */
export const unitLines = (some: Prisma.Sql): Prisma.Sql => Prisma.sql`
    WITH RECURSIVE path (department_id, id, parent_id, head_id, is_division, depth) AS (
      SELECT d.id, d.id, d.parent_id, d.head_id, d.is_division, 0 FROM department d WHERE ${some}
      UNION ALL
      SELECT path.department_id, d.id, d.parent_id, d.head_id, d.is_division, depth + 1
      FROM path JOIN department d ON d.id = path.parent_id
    ), division AS (
      SELECT DISTINCT ON (department_id) department_id, id, depth FROM path
      ORDER BY department_id, is_division DESC, CASE WHEN is_division THEN depth ELSE -depth END
    ), heads AS (
      SELECT path.department_id, array_agg(path.head_id ORDER BY path.depth) AS ids
      FROM path JOIN division USING (department_id)
        JOIN employee e ON e.id = path.head_id AND e.status = 'active'
      WHERE path.depth >= division.depth
      GROUP BY 1
    ), partners AS (
      SELECT path.department_id, array_agg(e.id ORDER BY path.depth, e.number) AS ids
      FROM path
        JOIN role_grant g ON g.department_id = path.id AND g.role = 'hr_partner' AND g.revoked_at IS NULL
        JOIN employee e ON e.id = g.employee_id AND e.status = 'active'
      GROUP BY 1
    )
    SELECT division.department_id, division.id AS division_id, heads.ids AS heads, partners.ids AS partners
    FROM division LEFT JOIN heads USING (department_id) LEFT JOIN partners USING (department_id)`;

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
