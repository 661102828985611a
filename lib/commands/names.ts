/** Every write the application knows. The registry in `app/api/commands` holds exactly these. */
export const commandNames = [
  "self-review.save",
  "self-review.submit",
  "manager-scoring.save",
  "manager-scoring.submit",
  "manager-scoring.return-self-review",
  "second-level.agree",
  "second-level.return",
  "hr-audit.record-beneficiary-view",
  "hr-audit.confirm",
  "hr-audit.return",
  "approval.approve",
  "approval.decline",
  "interview.record",
  "result.confirm-minutes",
  "result.acknowledge",
  "result.object",
  "cycle.open",
  "cycle.change-window",
  "cycle.close",
] as const;

export type CommandName = (typeof commandNames)[number];
