import type { z } from "zod";
import type {
  changePasswordSchema,
  grantRoleSchema,
  inviteSchema,
  revokeRoleSchema,
} from "@/lib/access/schema";
import type { Granted, HeldRoles, NewInvitation } from "@/lib/access/types";
import type { Changed, Returned, StaleAppraisal } from "@/lib/appraisal/types";
import type { appraisalTargetSchema } from "@/lib/appraisal/schema";
import type { takeBackScoreSchema } from "@/lib/review/schema";
import type { TakenBack } from "@/lib/review/types";
import type { askTopsSchema, decideTopSchema, declineTopsSchema } from "@/lib/approval/schema";
import type { Approved } from "@/lib/approval/types";
import type { makeLinkSchema, recordViewSchema, revokeLinkSchema } from "@/lib/beneficiary/schema";
import type { NewLink, RecordedView } from "@/lib/beneficiary/types";
import type {
  changeWindowSchema,
  previewExtensionSchema,
  previewWindowSchema,
  cycleTargetSchema,
  exemptSchema,
  extendSchema,
  includeSchema,
  openCycleSchema,
  pauseCycleSchema,
  previewOpeningSchema,
  resumeCycleSchema,
} from "@/lib/cycle/schema";
import type {
  ChangedCycle,
  ExtensionPreview,
  OpenedCycle,
  OpeningPreview,
} from "@/lib/cycle/types";
import type {
  changeDepartmentSchema,
  createDepartmentSchema,
  departmentTargetSchema,
} from "@/lib/departments/schema";
import type { ChangedDepartment, ClosingRefused, StaleDepartment } from "@/lib/departments/types";
import type { NoData, Refusal, RefusalData, Success } from "@/lib/errors/outcome";
import type { confirmScoreSchema, returnScoresSchema } from "@/lib/hr-audit/schema";
import type { Audited } from "@/lib/hr-audit/types";
import type {
  arrangeSchema,
  prepareSchema,
  recordInterviewSchema,
  saveMinutesSchema,
} from "@/lib/interview/schema";
import type {
  SavedDraft,
  StaleAppointment,
  StaleDraft,
  StalePreparation,
} from "@/lib/interview/types";
import type {
  returnSelfReviewSchema,
  saveManagerValueSchema,
  submitManagerSheetSchema,
} from "@/lib/manager-scoring/schema";
import type { SubmittedSheet } from "@/lib/manager-scoring/types";
import type {
  changeWithSheetsSchema,
  handOverSchema,
  leaveWithSheetsSchema,
  lookedSchema,
} from "@/lib/hand-over/schema";
import type { HandedOver, Looked, TakenSheets, TouchedSheets } from "@/lib/hand-over/types";
import type { createPersonSchema, personTargetSchema } from "@/lib/people/schema";
import type { reopenSheetSchema } from "@/lib/reopening/schema";
import type { planLineSchema, planTargetSchema } from "@/lib/reporting/schema";
import type { Planned } from "@/lib/reporting/types";
import type { declareRelationSchema, endRelationSchema } from "@/lib/relations/schema";
import type { Confirmed, Declared } from "@/lib/relations/types";
import type { endDelegationSchema, nameDeputySchema } from "@/lib/delegation/schema";
import type { NamedDeputy } from "@/lib/delegation/types";
import type { ChangedPerson, ReturnedPerson, StalePerson, Taken } from "@/lib/people/types";
import type {
  acknowledgeSchema,
  answerResultSchema,
  contestSchema,
  objectSchema,
} from "@/lib/result/schema";
import type { importDocumentSchema, previewImportSchema } from "@/lib/ruleset/schema";
import type { FaultyDocument, Imported, ImportPreview } from "@/lib/ruleset/types";
import type { agreeSchema, returnSheetSchema } from "@/lib/second-level/schema";
import type { AgreeAnswer } from "@/lib/second-level/types";
import type { saveSelfReviewSchema, submitSelfReviewSchema } from "@/lib/self-review/schema";
import type { SubmittedSelfReview } from "@/lib/self-review/types";
import type { SavedValue, SheetRefusals, StaleValue } from "@/lib/sheet/types";
import type { Arrived, Sent } from "./wire";

/** Types only: the members are never there. */
interface Contract<Schema extends z.ZodType, Answer, Data extends RefusalData> {
  readonly schema?: Schema;
  readonly answer?: Answer;
  readonly data?: Data;
}

/** What a command takes, by its schema, what it answers, and what comes with its refusals, by code. */
function command<Schema extends z.ZodType, Answer, Data extends RefusalData = NoData>(): Contract<
  Schema,
  Answer,
  Data
> {
  return {};
}

interface Stale {
  readonly stale: StaleAppraisal;
}
interface Touched {
  readonly sheets_open: TouchedSheets;
}
interface Faulty {
  readonly invalid_input: FaultyDocument;
}

/** Every write the application knows, once. The schemas come as types, so no browser loads zod for them. */
export const contract = {
  "self-review.save": command<
    typeof saveSelfReviewSchema,
    Changed<SavedValue>,
    { stale: StaleValue }
  >(),
  "self-review.submit": command<
    typeof submitSelfReviewSchema,
    Changed<SubmittedSelfReview>,
    SheetRefusals
  >(),
  "self-review.take-back": command<typeof appraisalTargetSchema, Changed<null>, Stale>(),
  "manager-scoring.take-back": command<typeof appraisalTargetSchema, Changed<null>, Stale>(),
  "manager-scoring.save": command<
    typeof saveManagerValueSchema,
    Changed<SavedValue>,
    { stale: StaleValue }
  >(),
  "manager-scoring.submit": command<
    typeof submitManagerSheetSchema,
    Changed<SubmittedSheet>,
    SheetRefusals
  >(),
  "manager-scoring.return-self-review": command<
    typeof returnSelfReviewSchema,
    Changed<Returned>,
    SheetRefusals
  >(),
  "second-level.agree": command<typeof agreeSchema, AgreeAnswer, Stale>(),
  "second-level.return": command<typeof returnSheetSchema, Changed<Returned>, Stale>(),
  "second-level.take-back": command<typeof appraisalTargetSchema, Changed<TakenBack>>(),
  "hr-audit.confirm": command<typeof confirmScoreSchema, Changed<Audited>, Stale>(),
  "beneficiary.record": command<typeof recordViewSchema, RecordedView, Stale>(),
  "beneficiary.make-link": command<typeof makeLinkSchema, NewLink, Stale>(),
  "beneficiary.revoke-link": command<typeof revokeLinkSchema, null, Stale>(),
  "hr-audit.reopen": command<typeof reopenSheetSchema, Changed<Returned>, Stale>(),
  "hr-audit.return": command<typeof returnScoresSchema, Changed<Returned>, Stale>(),
  "hr-audit.take-back": command<typeof takeBackScoreSchema, Changed<TakenBack>>(),
  "approval.approve": command<typeof decideTopSchema, Changed<Approved>, Stale>(),
  "approval.decline": command<typeof declineTopsSchema, Changed<Returned>, Stale>(),
  "approval.ask": command<typeof askTopsSchema, Changed<Returned>, Stale>(),
  "interview.arrange": command<
    typeof arrangeSchema,
    { readonly version: number },
    { stale: StaleAppointment }
  >(),
  "interview.prepare": command<
    typeof prepareSchema,
    Changed<SavedDraft>,
    { stale: StalePreparation }
  >(),
  "interview.save": command<typeof saveMinutesSchema, Changed<SavedDraft>, { stale: StaleDraft }>(),
  "approval.take-back": command<typeof takeBackScoreSchema, Changed<TakenBack>>(),
  "interview.record": command<typeof recordInterviewSchema, Changed<null>, { stale: StaleDraft }>(),
  "result.confirm-minutes": command<typeof answerResultSchema, Changed<null>, Stale>(),
  "result.contest-minutes": command<typeof contestSchema, Changed<null>, Stale>(),
  "result.acknowledge": command<typeof acknowledgeSchema, Changed<null>, Stale>(),
  "result.object": command<typeof objectSchema, Changed<null>, Stale>(),
  "cycle.preview": command<typeof previewOpeningSchema, OpeningPreview>(),
  "cycle.open": command<typeof openCycleSchema, OpenedCycle, { stale: OpeningPreview }>(),
  "cycle.preview-window": command<
    typeof previewWindowSchema,
    ExtensionPreview,
    { stale: ChangedCycle }
  >(),
  "cycle.change-window": command<
    typeof changeWindowSchema,
    ChangedCycle,
    { stale: ChangedCycle }
  >(),
  "cycle.close": command<typeof cycleTargetSchema, ChangedCycle, { stale: ChangedCycle }>(),
  "cycle.pause": command<typeof pauseCycleSchema, ChangedCycle, { stale: ChangedCycle }>(),
  "cycle.resume": command<typeof resumeCycleSchema, ChangedCycle, { stale: ChangedCycle }>(),
  "participation.exempt": command<typeof exemptSchema, ChangedCycle, { stale: ChangedCycle }>(),
  "participation.include": command<typeof includeSchema, ChangedCycle, { stale: ChangedCycle }>(),
  "participation.preview-extension": command<
    typeof previewExtensionSchema,
    ExtensionPreview,
    { stale: ChangedCycle }
  >(),
  "participation.extend": command<typeof extendSchema, ChangedCycle, { stale: ChangedCycle }>(),
  "ruleset.preview-import": command<typeof previewImportSchema, ImportPreview, Faulty>(),
  "ruleset.import-framework": command<typeof importDocumentSchema, Imported, Faulty>(),
  "ruleset.import-policy": command<typeof importDocumentSchema, Imported, Faulty>(),
  "people.create": command<typeof createPersonSchema, ChangedPerson, Taken>(),
  "people.change": command<
    typeof changeWithSheetsSchema,
    ChangedPerson,
    Taken & Touched & { stale: StalePerson }
  >(),
  "people.deactivate": command<
    typeof leaveWithSheetsSchema,
    ChangedPerson,
    Touched & { stale: StalePerson }
  >(),
  "hand-over.give": command<typeof handOverSchema, HandedOver, { stale: TakenSheets }>(),
  "reporting.plan": command<
    typeof planLineSchema,
    Planned,
    Taken & Touched & { stale: StalePerson }
  >(),
  "reporting.cancel": command<typeof planTargetSchema, Planned>(),
  "reporting.restore": command<typeof planTargetSchema, Planned>(),
  "reporting.look": command<typeof planTargetSchema, Planned>(),
  "hand-over.look": command<typeof lookedSchema, Looked>(),
  "relations.declare": command<typeof declareRelationSchema, Declared>(),
  "relations.confirm": command<typeof endRelationSchema, Confirmed>(),
  "relations.end": command<typeof endRelationSchema, null>(),
  "delegation.name": command<typeof nameDeputySchema, NamedDeputy>(),
  "delegation.end": command<typeof endDelegationSchema, null>(),
  "people.reactivate": command<typeof personTargetSchema, ReturnedPerson, { stale: StalePerson }>(),
  "departments.create": command<typeof createDepartmentSchema, ChangedDepartment>(),
  "departments.change": command<
    typeof changeDepartmentSchema,
    ChangedDepartment,
    { stale: StaleDepartment }
  >(),
  "departments.close": command<typeof departmentTargetSchema, ChangedDepartment, ClosingRefused>(),
  "departments.reopen": command<typeof departmentTargetSchema, ChangedDepartment, ClosingRefused>(),
  "access.invite": command<typeof inviteSchema, NewInvitation>(),
  "access.grant-role": command<typeof grantRoleSchema, Granted, { stale: HeldRoles }>(),
  "access.revoke-role": command<typeof revokeRoleSchema, null, { stale: HeldRoles }>(),
  "access.change-password": command<typeof changePasswordSchema, null>(),
} as const;

type Commands = typeof contract;
type Of<Name extends CommandName> =
  Commands[Name] extends Contract<
    infer Schema extends z.ZodType,
    infer Answer,
    infer Data extends RefusalData
  >
    ? { readonly schema: Schema; readonly answer: Answer; readonly data: Data }
    : never;

export type CommandName = keyof Commands;
export type CommandSchema<Name extends CommandName> = Of<Name>["schema"];
/** What the browser sends. */
export type CommandInput<Name extends CommandName> = Sent<z.input<CommandSchema<Name>>>;
export type CommandAnswer<Name extends CommandName> = Arrived<Of<Name>["answer"]>;
export type CommandRefusal<Name extends CommandName> = Refusal<Arrived<Of<Name>["data"]>>;
export type CommandOutcome<Name extends CommandName> =
  Success<CommandAnswer<Name>> | CommandRefusal<Name>;
