/** Where HR can reopen a sheet: where it is judged as a whole, or HR's own audit of what it verified. */
export const reopenStates = ["self_review", "manager_scoring", "second_level", "hr_audit"] as const;
export type ReopenState = (typeof reopenStates)[number];
