import type { Prisma } from "@/lib/db/generated/client";

/** Everything the demo holds, in the order the foreign keys want. */
export interface Rows {
  readonly cycles: Prisma.CycleCreateManyInput[];
  readonly windows: Prisma.StageWindowCreateManyInput[];
  readonly participants: Prisma.ParticipantCreateManyInput[];
  readonly appraisals: Prisma.AppraisalCreateManyInput[];
  readonly judgements: Prisma.JudgementCreateManyInput[];
  readonly cases: Prisma.AppraisalCaseCreateManyInput[];
  readonly scores: Prisma.ValueScoreCreateManyInput[];
  readonly submissions: Prisma.SubmissionCreateManyInput[];
  readonly notes: Prisma.ReturnNoteCreateManyInput[];
  readonly decisions: Prisma.SecondLevelDecisionCreateManyInput[];
  readonly verifications: Prisma.HrVerificationCreateManyInput[];
  readonly approvals: Prisma.ApprovalCreateManyInput[];
  readonly interviews: Prisma.InterviewCreateManyInput[];
  readonly answers: Prisma.AcknowledgementCreateManyInput[];
  readonly events: EventRow[];
}

type EventRow = Omit<Prisma.RecordedEventCreateManyInput, "at"> & { readonly at: Date };

export function noRows(): Rows {
  return {
    cycles: [],
    windows: [],
    participants: [],
    appraisals: [],
    judgements: [],
    cases: [],
    scores: [],
    submissions: [],
    notes: [],
    decisions: [],
    verifications: [],
    approvals: [],
    interviews: [],
    answers: [],
    events: [],
  };
}
