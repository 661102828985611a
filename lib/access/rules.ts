/** A link left lying in an inbox must not stay a key for ever. */
const INVITATION_DAYS = 7;

interface InvitationDates {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
}

export function isInvitationOpen(invitation: InvitationDates, now: Date): boolean {
  return invitation.usedAt === null && invitation.revokedAt === null && now < invitation.expiresAt;
}

/** Without an HR administrator nobody could ever make one again. */
export function isLastAdmin(employeeId: string, adminIds: readonly string[]): boolean {
  return adminIds.includes(employeeId) && new Set(adminIds).size === 1;
}
