/** Where HR can reopen a sheet: where somebody judges it as a whole. HR's own look begins anew with any of them. */
export const reopenStates = ["self_review", "manager_scoring", "second_level"] as const;
export type ReopenState = (typeof reopenStates)[number];
