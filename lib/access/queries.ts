import "server-only";
import type { Actor, PublicContext } from "@/lib/authz/actor";
import { readFailures } from "@/lib/auth/attempts/failures";
import { hashToken } from "@/lib/auth/tokens";
import { asHouse, read } from "@/lib/db/read";
import { mayManageAccess } from "./permissions";
import { isInvitationOpen } from "./rules";
import type { FailedSignIns, GrantView, OpenInvitation, OwnAccess } from "./types";

/** Whom a link invites; used, expired, withdrawn and invented ones look the same. */
export async function readInvitation(
  { now }: PublicContext,
  token: string,
): Promise<OpenInvitation | null> {
  const invitation = await asHouse("invitation", (tx) =>
    tx.invitation.findUnique({
      where: { tokenHash: hashToken(token) },
      select: {
        expiresAt: true,
        usedAt: true,
        revokedAt: true,
        employee: { select: { name: true, number: true, status: true } },
      },
    }),
  );
  if (invitation === null || !isInvitationOpen(invitation, now)) return null;
  const { status, name, number } = invitation.employee;
  return status === "left" ? null : { name, number };
}

export async function readOwnAccess(actor: Actor, now: Date): Promise<OwnAccess> {
  const { employeeId } = actor;
  return read(actor, async (tx) => {
    const credential = await tx.credential.findUnique({
      where: { employeeId },
      select: { changedAt: true },
    });
    const sessions = await tx.session.findMany({
      where: { employeeId, revokedAt: null, expiresAt: { gt: now } },
      orderBy: { createdAt: "desc" },
      take: 20,
      select: { createdAt: true, failuresBefore: true },
    });
    const since = await readFailures(tx, employeeId);
    const identities = await tx.externalIdentity.count({ where: { employeeId } });
    return {
      hasPassword: credential !== null,
      passwordChangedAt: credential?.changedAt.toISOString() ?? null,
      signIns: sessions.map(({ createdAt, failuresBefore }) => ({
        at: createdAt.toISOString(),
        failuresBefore,
      })),
      failuresSince: since?.count ?? 0,
      hasExternalIdentity: identities > 0,
    };
  });
}

/** Failures before the newest live sign-in and since it; null where everything was in order. */
export async function readFailedSignIns(actor: Actor, now: Date): Promise<FailedSignIns | null> {
  const { employeeId } = actor;
  return read(actor, async (tx) => {
    const since = await readFailures(tx, employeeId);
    const newest = await tx.session.findFirst({
      where: { employeeId, revokedAt: null, expiresAt: { gt: now } },
      orderBy: { createdAt: "desc" },
      select: { failuresBefore: true, lastFailureAt: true },
    });
    const lastAt = since?.lastAt ?? newest?.lastFailureAt ?? null;
    const count = (since?.count ?? 0) + (newest?.failuresBefore ?? 0);
    return lastAt === null || count === 0 ? null : { count, lastAt: lastAt.toISOString() };
  });
}

export async function readGrants(actor: Actor, employeeId: string): Promise<GrantView[]> {
  if (!mayManageAccess(actor)) return [];
  const grants = await read(actor, (tx) =>
    tx.roleGrant.findMany({
      where: { employeeId, revokedAt: null },
      orderBy: [{ role: "asc" }, { grantedAt: "asc" }],
      select: {
        id: true,
        role: true,
        departmentId: true,
        department: { select: { name: true, nameEn: true } },
      },
    }),
  );
  return grants.map(({ department, ...grant }) => ({
    ...grant,
    departmentName: department?.name ?? null,
    departmentNameEn: department?.nameEn ?? null,
  }));
}
