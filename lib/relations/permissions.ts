import type { Actor } from "@/lib/authz/actor";

/** Who sees and declares relations of others; everybody declares and sees their own declarations. */
export const mayReadAll = ({ isHrAdmin }: Pick<Actor, "isHrAdmin">): boolean => isHrAdmin;

interface Two {
  readonly personId: string;
  readonly otherId: string;
}

/** Who lets a declaration take effect: an HR administrator who is neither of the two. */
export const mayConfirm = (
  { isHrAdmin, employeeId }: Pick<Actor, "isHrAdmin" | "employeeId">,
  { personId, otherId }: Two,
): boolean => isHrAdmin && ![personId, otherId].includes(employeeId);

/** Who ends one: of what runs whoever may let it run; what waits still, its declarer, too. */
export const mayEnd = (
  actor: Pick<Actor, "isHrAdmin" | "employeeId">,
  relation: Two & { readonly byId: string; readonly confirmedAt: Date | null },
): boolean =>
  mayConfirm(actor, relation) ||
  (relation.confirmedAt === null && relation.byId === actor.employeeId);
