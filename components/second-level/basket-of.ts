import type { ReturnTarget } from "./return-dialog";

/** Where the reasons set aside for one sheet are kept in the tab: those of an earlier round are not for this one. */
export const basketOf = ({ appraisalId, round }: Pick<ReturnTarget, "appraisalId" | "round">) =>
  `second-level.collected:${appraisalId}:${round}`;
