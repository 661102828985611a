import type { Actor } from "@/lib/authz/actor";

/** Reporting lines and plans for them belong to the register of people: the HR administrators' alone. */
export const mayPlanLines = ({ isHrAdmin }: Pick<Actor, "isHrAdmin">): boolean => isHrAdmin;
