import type { Prisma } from "@/lib/db/generated/client";

/** Everything the demo holds, in the order the foreign keys want. */
export interface Rows {
  readonly cycles: Prisma.CycleCreateManyInput[];
  readonly windows: Prisma.StageWindowCreateManyInput[];
  readonly changes: Prisma.CycleChangeCreateManyInput[];
  readonly ownWindows: Prisma.OwnWindowCreateManyInput[];
  readonly participants: Prisma.ParticipantCreateManyInput[];
  readonly appraisals: Prisma.AppraisalCreateManyInput[];
  readonly judgements: Prisma.JudgementCreateManyInput[];
  readonly cases: Prisma.AppraisalCaseCreateManyInput[];
  readonly scores: Prisma.ValueScoreCreateManyInput[];
  readonly submissions: Prisma.SubmissionCreateManyInput[];
  readonly fates: Prisma.SubmissionFateRowCreateManyInput[];
  readonly notes: Prisma.ReturnNoteCreateManyInput[];
  readonly decisions: Prisma.SecondLevelDecisionCreateManyInput[];
  readonly verifications: Prisma.HrVerificationCreateManyInput[];
  readonly views: Prisma.BeneficiaryViewCreateManyInput[];
  readonly links: Prisma.BeneficiaryLinkCreateManyInput[];
  readonly approvals: Prisma.ApprovalCreateManyInput[];
  readonly appointments: Prisma.AppointmentCreateManyInput[];
  readonly interviews: Prisma.InterviewCreateManyInput[];
  readonly answers: Prisma.AcknowledgementCreateManyInput[];
  readonly seeds: Prisma.SampleSeedCreateManyInput[];
  readonly draws: DrawRows[];
  readonly events: EventRow[];
}

/** A draw and its population, which the database takes in one statement. */
interface DrawRows {
  readonly draw: Prisma.SampleDrawCreateManyInput;
  readonly items: readonly Prisma.SampleItemCreateManyInput[];
}

type EventRow = Omit<Prisma.RecordedEventCreateManyInput, "at"> & { readonly at: Date };

export function noRows(): Rows {
  return {
    cycles: [],
    windows: [],
    changes: [],
    ownWindows: [],
    participants: [],
    appraisals: [],
    judgements: [],
    cases: [],
    scores: [],
    submissions: [],
    fates: [],
    notes: [],
    decisions: [],
    verifications: [],
    views: [],
    links: [],
    approvals: [],
    appointments: [],
    interviews: [],
    answers: [],
    seeds: [],
    draws: [],
    events: [],
  };
}
