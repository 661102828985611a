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
  readonly needsView: boolean;
}
