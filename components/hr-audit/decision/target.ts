import type { Collected } from "@/components/dossier/basket/use-basket";
import type { PinValue } from "@/components/dossier/decision/pin-fields";
import type { CaseReturnReason } from "@/lib/appraisal/types";

/** One score HR decides on, with the words its buttons and dialogs need. */
export interface ScoreTarget {
  readonly appraisalId: string;
  readonly version: number;
  readonly value: string;
  readonly valueName: string;
  readonly name: string;
  readonly score: string;
  readonly rungs: number;
  /** False for a checklist, whose rungs are rules. */
  readonly gated: boolean;
  /** Whether the approver asked about it: the comment is the answer. */
  readonly asked: boolean;
  /** Whether those who benefited must be asked before it is confirmed, and were not. */
  readonly unheard: boolean;
  /** What the policy lets HR return it for. */
  readonly returnReasons: readonly CaseReturnReason[];
  readonly round: number;
  readonly cases: NonNullable<PinValue["cases"]>;
  /** All values of the sheet, to name what was collected at another one. */
  readonly values: readonly PinValue[];
}

/** Where reasons are collected: those of an earlier round are not for this one. */
export const basketOf = ({ appraisalId, round }: Pick<ScoreTarget, "appraisalId" | "round">) =>
  `hr-audit.collected:${appraisalId}:${round}`;

/** As HR's return takes them: each of a value, with one of the policy's reasons. */
export function asHr(reasons: readonly Collected[]) {
  return reasons.flatMap(({ value, caseReason, ...rest }) =>
    value === null || caseReason === null ? [] : [{ ...rest, value, caseReason }],
  );
}
