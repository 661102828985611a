import { isHrPartner, type Actor } from "@/lib/authz/actor";

/**
 * Who answers for who holds whose sheets: the HR administrators, and HR partners in their departments; nothing of what
 * stands in the sheets comes with it. Of which sheets `mayHandOverIn` says.
 */
export const mayHandOver = (actor: Actor): boolean => actor.isHrAdmin || isHrPartner(actor);

/** Whether the actor answers for the sheets of a department. */
export const mayHandOverIn = (
  { isHrAdmin, hrDepartmentIds }: Actor,
  departmentId: string,
): boolean => isHrAdmin || hrDepartmentIds.has(departmentId);

/** Plans, relations and delegations of the whole company stay the administrators'. */
export const seesWholeBoard = ({ isHrAdmin }: Actor): boolean => isHrAdmin;
