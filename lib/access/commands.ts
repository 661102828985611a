import "server-only";
import { recordEvents } from "@/lib/events/record";
import { isWeakPassword } from "@/lib/auth/password-strength";
import { hashPassword, passwordMatches } from "@/lib/auth/passwords";
import { lockPerson, openSessionIn, type SignedIn } from "@/lib/auth/sessions";
import { setPassword } from "@/lib/auth/set-password";
import { admit } from "@/lib/auth/attempts/throttle";
import { hashToken, newToken } from "@/lib/auth/tokens";
import type { CommandContext, PublicContext } from "@/lib/authz/actor";
import { concernsOneself } from "@/lib/authz/not-yourself";
import { asHouse, read } from "@/lib/db/read";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { atField, ok, refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { mayManageAccess } from "./permissions";
import { invitationExpiry, isInvitationOpen, isLastAdmin } from "./rules";
import type {
  AcceptInvitationInput,
  ChangePasswordInput,
  GrantRoleInput,
  InviteInput,
  RevokeRoleInput,
} from "./schema";
import {
  departmentFault,
  lockStructure,
  readAdminIds,
  readRoles,
  revokeInvitations,
} from "./store";
import type { Granted, HeldRoles, NewInvitation } from "./types";

const weak = (field: string): Refusal =>
  refuse("weak_password", { fields: { [field]: { code: "weak_password" } } });

const ownWords = { name: true, number: true, email: true } as const;

/** A new link; an older one for the same person stops working. */
export async function invite(
  context: CommandContext,
  input: InviteInput,
): Promise<Outcome<NewInvitation>> {
  if (!mayManageAccess(context.actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    await lockPerson(tx, input.employeeId);
    const found = await tx.employee.findUnique({
      where: { id: input.employeeId },
      select: { status: true },
    });
    if (found === null) return refuse("not_found");
    if (found.status === "left") return refuse("person_left");
    return ok(await makeInvitation(tx, context, input.employeeId));
  });
}

/** Of somebody whose row the transaction holds and who is there. */
export async function makeInvitation(
  tx: Tx,
  { actor, now }: CommandContext,
  employeeId: string,
): Promise<NewInvitation> {
  const token = newToken();
  const tokenHash = hashToken(token);
  const expiresAt = invitationExpiry(now);
  await revokeInvitations(tx, employeeId, now);
  await tx.invitation.create({
    data: { tokenHash, employeeId, createdById: actor.employeeId, createdAt: now, expiresAt },
  });
  const subject = { actorId: actor.employeeId, employeeId, at: now };
  await recordEvents(tx, subject, [{ kind: "person.invited", invitation: tokenHash.slice(0, 16) }]);
  return { path: `/invitation/${token}`, expiresAt: expiresAt.toISOString() };
}

/** The password is checked before the link is spent, so a weak one costs nothing. */
export async function acceptInvitation(
  context: PublicContext,
  input: AcceptInvitationInput,
): Promise<Outcome<SignedIn>> {
  const { now } = context;
  const tokenHash = hashToken(input.token);
  const invitation = await asHouse("invitation", (tx) =>
    tx.invitation.findUnique({
      where: { tokenHash },
      select: { expiresAt: true, usedAt: true, revokedAt: true, employee: { select: ownWords } },
    }),
  );
  if (invitation === null || !isInvitationOpen(invitation, now)) return refuse("link_invalid");
  if (isWeakPassword(input.password, Object.values(invitation.employee))) return weak("password");
  const passwordHash = await hashPassword(input.password);
  return inTransaction(async (tx) => {
    const employeeId = await spendInvitation(tx, tokenHash, now);
    if (employeeId === null) return refuse("link_invalid");
    await setPassword(tx, { employeeId, passwordHash, now });
    const token = await openSessionIn(tx, employeeId, "invitation", now);
    return token === null ? refuse("link_invalid") : ok({ token, employeeId });
  });
}

/** One statement, so that of two at the same moment one finds nothing left to spend. */
async function spendInvitation(tx: Tx, tokenHash: string, now: Date): Promise<string | null> {
  const [spent] = await tx.invitation.updateManyAndReturn({
    where: {
      tokenHash,
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: now },
      employee: { status: { not: "left" } },
    },
    data: { usedAt: now },
    select: { employeeId: true },
  });
  return spent?.employeeId ?? null;
}

/** Ends all sessions, this one too: whoever knows the new password signs in with it. */
export async function changePassword(
  context: CommandContext,
  input: ChangePasswordInput,
): Promise<Outcome<null>> {
  const { actor, now } = context;
  const { employeeId } = actor;
  const key = `password-of:${employeeId}`;
  const admission = await admit(key, key);
  if (!admission.ok) return refuse("too_many_attempts", { data: { minutes: admission.minutes } });
  const person = await read(actor, (tx) =>
    tx.employee.findUniqueOrThrow({
      where: { id: employeeId },
      select: { ...ownWords, credential: { select: { passwordHash: true } } },
    }),
  );
  const { credential, ...own } = person;
  if (!(await passwordMatches(credential?.passwordHash ?? null, input.current))) {
    return refuse("wrong_credentials", { fields: { current: { code: "wrong_current_password" } } });
  }
  await admission.forgive();
  if (input.next === input.current)
    return refuse("invalid_input", { fields: { next: { code: "same_password" } } });
  if (isWeakPassword(input.next, Object.values(own))) return weak("next");
  const passwordHash = await hashPassword(input.next);
  return inTransaction(async (tx) => {
    await setPassword(tx, { employeeId, passwordHash, now });
    return ok(null);
  });
}

/** The roles as they stand now, so that the page can show them beside what was asked for. */
async function staleRoles(tx: Tx, employeeId: string): Promise<Refusal<{ stale: HeldRoles }>> {
  return refuse("stale", { data: await readRoles(tx, employeeId) });
}

export async function grantRole(
  context: CommandContext,
  input: GrantRoleInput,
): Promise<Outcome<Granted, { stale: HeldRoles }>> {
  const { actor, now } = context;
  if (!mayManageAccess(actor)) return refuse("not_found");
  const departmentId = input.role === "hr_admin" ? null : input.departmentId;
  const { employeeId, role } = input;
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    const person = await tx.employee.findUnique({
      where: { id: employeeId },
      select: { status: true, rolesVersion: true },
    });
    if (person === null) return refuse("not_found");
    if (person.rolesVersion !== input.version) return staleRoles(tx, employeeId);
    if (person.status === "left") return refuse("person_left");
    const fault = departmentId === null ? null : await departmentFault(tx, departmentId);
    if (fault !== null)
      return refuse("invalid_input", { fields: { departmentId: { code: fault } } });
    const same = await tx.roleGrant.count({
      where: { employeeId, role, departmentId, revokedAt: null },
    });
    if (concernsOneself(actor, [employeeId])) return atField("role", "not_yourself");
    if (same > 0) return refuse("duplicate", { fields: { role: { code: "duplicate" } } });
    const data = { employeeId, role, departmentId, grantedById: actor.employeeId, grantedAt: now };
    const { id } = await tx.roleGrant.create({ data, select: { id: true } });
    await tx.employee.update({
      where: { id: employeeId },
      data: { rolesVersion: { increment: 1 } },
    });
    const subject = { actorId: actor.employeeId, employeeId, at: now };
    await recordEvents(tx, subject, [{ kind: "role.granted", grantId: id }]);
    return ok({ grantId: id });
  });
}

export async function revokeRole(
  context: CommandContext,
  input: RevokeRoleInput,
): Promise<Outcome<null, { stale: HeldRoles }>> {
  const { actor, now } = context;
  if (!mayManageAccess(actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    const grant = await tx.roleGrant.findUnique({
      where: { id: input.grantId },
      select: {
        employeeId: true,
        role: true,
        revokedAt: true,
        employee: { select: { rolesVersion: true } },
      },
    });
    if (grant === null) return refuse("not_found");
    if (grant.revokedAt !== null) return refuse("already_done");
    const { employeeId } = grant;
    if (grant.employee.rolesVersion !== input.version) return staleRoles(tx, employeeId);
    if (grant.role === "hr_admin" && isLastAdmin(employeeId, await readAdminIds(tx)))
      return refuse("last_admin");
    await tx.roleGrant.update({ where: { id: input.grantId }, data: { revokedAt: now } });
    await tx.employee.update({
      where: { id: employeeId },
      data: { rolesVersion: { increment: 1 } },
    });
    const subject = { actorId: actor.employeeId, employeeId, at: now };
    await recordEvents(tx, subject, [{ kind: "role.revoked", grantId: input.grantId }]);
    return ok(null);
  });
}
