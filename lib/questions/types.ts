import type { Signed } from "@/lib/appraisal/types";

/** An approver's question about one score, which HR answers when it confirms the score once more. */
export interface QuestionOf {
  readonly id: string;
  readonly valueKey: string;
  readonly round: number;
}

/** The same as its readers are shown it, side by side with its answer. */
export interface ShownQuestion extends Signed {
  readonly id: string;
  readonly words: string;
  readonly at: Date;
  /** The level and case it was pinned to. */
  readonly point: number | null;
  readonly caseTitle: string | null;
  readonly answer: (Signed & { readonly words: string; readonly at: Date }) | null;
}
