import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { HeldRoles } from "./types";

/** Roles and reporting lines are judged as a whole, so their rare changes go one after another. */
export async function lockStructure(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7310, 1)`;
}

/** People who can act as HR administrator today. */
export async function readAdminIds(tx: Tx): Promise<string[]> {
  const grants = await tx.roleGrant.findMany({
    where: { role: "hr_admin", revokedAt: null, employee: { status: { not: "left" } } },
    select: { employeeId: true },
  });
  return grants.map((grant) => grant.employeeId);
}

/** Why nobody and nothing may be put there; null where they may. */
export async function departmentFault(
  tx: Tx,
  departmentId: string,
): Promise<"required" | "department_closed" | null> {
  const found = await tx.department.findUnique({
    where: { id: departmentId },
    select: { closedAt: true },
  });
  if (found === null) return "required";
  return found.closedAt === null ? null : "department_closed";
}

export async function revokeInvitations(tx: Tx, employeeId: string, now: Date): Promise<void> {
  await tx.invitation.updateMany({
    where: { employeeId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}

export async function readRoles(tx: Tx, employeeId: string): Promise<HeldRoles> {
  const { rolesVersion, grants } = await tx.employee.findUniqueOrThrow({
    where: { id: employeeId },
    select: {
      rolesVersion: true,
      grants: { where: { revokedAt: null }, select: { id: true, role: true, departmentId: true } },
    },
  });
  return { version: rolesVersion, grants };
}
