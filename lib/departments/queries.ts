import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import { mayManagePeople } from "@/lib/people/permissions";
import { flattenTree } from "./rules";
import type { DepartmentNode } from "./types";

/** The whole tree, parents first. */
export async function listDepartments(actor: Actor): Promise<DepartmentNode[] | null> {
  if (!mayManagePeople(actor)) return null;
  const rows = await read(actor, (tx) =>
    tx.department.findMany({
      orderBy: { code: "asc" },
      select: {
        id: true,
        name: true,
        nameEn: true,
        code: true,
        isDivision: true,
        version: true,
        parentId: true,
        closedAt: true,
        head: { select: { id: true, number: true, name: true } },
        _count: { select: { employees: { where: { status: { not: "left" } } } } },
      },
    }),
  );
  return flattenTree(
    rows.map(({ _count, closedAt, ...row }) => ({
      ...row,
      people: _count.employees,
      closed: closedAt !== null,
    })),
  );
}
