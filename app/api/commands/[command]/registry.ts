import { rememberDevice } from "@/lib/auth/attempts/device";
import { changePassword, grantRole, invite, revokeRole } from "@/lib/access/commands";
import {
  changePasswordSchema,
  grantRoleSchema,
  inviteSchema,
  revokeRoleSchema,
} from "@/lib/access/schema";
import { approveTop, askForMore, declineTops, takeBackTop } from "@/lib/approval/commands";
import { askTopsSchema, decideTopSchema, declineTopsSchema } from "@/lib/approval/schema";
import { makeLink, recordView, revokeLink } from "@/lib/beneficiary/commands";
import { makeLinkSchema, recordViewSchema, revokeLinkSchema } from "@/lib/beneficiary/schema";
import { mayManageCycles } from "@/lib/cycle/permissions";
import { mayManageRulesets } from "@/lib/ruleset/permissions";
import { mayManagePeople } from "@/lib/people/permissions";
import { mayManageAccess } from "@/lib/access/permissions";
import { isCommandName, type CommandName } from "@/lib/commands/names";
import { closeCycle, openCycle, pauseCycle, resumeCycle } from "@/lib/cycle/commands/cycle";
import {
  changeWindow,
  extendFor,
  previewExtension,
  previewWindow,
} from "@/lib/cycle/commands/windows";
import { previewOpening } from "@/lib/cycle/queries";
import {
  changeWindowSchema,
  cycleTargetSchema,
  exemptSchema,
  extendSchema,
  includeSchema,
  openCycleSchema,
  pauseCycleSchema,
  resumeCycleSchema,
  previewExtensionSchema,
  previewOpeningSchema,
  previewWindowSchema,
} from "@/lib/cycle/schema";
import { confirmRelation, declareRelation, endRelation } from "@/lib/relations/commands";
import { declareRelationSchema, endRelationSchema } from "@/lib/relations/schema";
import { endDelegation, nameDeputy } from "@/lib/delegation/commands";
import { endDelegationSchema, nameDeputySchema } from "@/lib/delegation/schema";
import {
  changeDepartment,
  closeDepartment,
  createDepartment,
  reopenDepartment,
} from "@/lib/departments/commands";
import {
  changeDepartmentSchema,
  createDepartmentSchema,
  departmentTargetSchema,
} from "@/lib/departments/schema";
import { handOver } from "@/lib/hand-over/commands/give";
import { cancelPlan, lookAtPlan, planLine, restorePlan } from "@/lib/reporting/commands";
import { mayPlanLines } from "@/lib/reporting/permissions";
import { planLineSchema, planTargetSchema } from "@/lib/reporting/schema";
import { lookAtFallen } from "@/lib/hand-over/commands/look";
import { changeWithSheets, leaveWithSheets } from "@/lib/hand-over/commands/people";
import { mayHandOver } from "@/lib/hand-over/permissions";
import {
  changeWithSheetsSchema,
  handOverSchema,
  leaveWithSheetsSchema,
  lookedSchema,
} from "@/lib/hand-over/schema";
import { confirmScore, reopenSheet, returnScores, takeBackScore } from "@/lib/hr-audit/commands";
import { confirmScoreSchema, returnScoresSchema } from "@/lib/hr-audit/schema";
import { reopenSheetSchema } from "@/lib/reopening/schema";
import { arrangeInterview } from "@/lib/interview/commands/arrange";
import { saveMinutes } from "@/lib/interview/commands/draft";
import { prepareInterview } from "@/lib/interview/commands/prepare";
import { recordInterview } from "@/lib/interview/commands/record";
import {
  arrangeSchema,
  prepareSchema,
  recordInterviewSchema,
  saveMinutesSchema,
} from "@/lib/interview/schema";
import { exemptPerson, includePerson } from "@/lib/cycle/commands/people";
import { mayChangeParticipation } from "@/lib/participation/permissions";
import { createPerson, reactivatePerson } from "@/lib/people/commands";
import { createPersonSchema, personTargetSchema } from "@/lib/people/schema";
import {
  returnSelfReview,
  saveManagerValue,
  submitManagerSheet,
  takeManagerSheetBack,
} from "@/lib/manager-scoring/commands";
import {
  returnSelfReviewSchema,
  saveManagerValueSchema,
  submitManagerSheetSchema,
} from "@/lib/manager-scoring/schema";
import { importFramework, importPolicy } from "@/lib/ruleset/commands";
import { previewImport } from "@/lib/ruleset/queries";
import { importDocumentSchema, previewImportSchema } from "@/lib/ruleset/schema";
import {
  acknowledgeResult,
  confirmMinutes,
  contestMinutes,
  objectToResult,
} from "@/lib/result/commands";
import {
  acknowledgeSchema,
  answerResultSchema,
  contestSchema,
  objectSchema,
} from "@/lib/result/schema";
import { saveSelfReview, submitSelfReview, takeSelfReviewBack } from "@/lib/self-review/commands";
import { saveSelfReviewSchema, submitSelfReviewSchema } from "@/lib/self-review/schema";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { takeBackScoreSchema } from "@/lib/review/schema";
import { agreeToSheets, returnSheet, takeBackReview } from "@/lib/second-level/commands";
import { agreeSchema, returnSheetSchema } from "@/lib/second-level/schema";
import { command, type Command, type Execute } from "./command";
import { everybody, onAppraisal } from "./open-to";

/** Exhaustive and exact by type: a name without its command, or with an answer of another kind, does not compile. */
const registry: { readonly [Name in CommandName]: Command<Name> } = {
  "self-review.save": command(saveSelfReviewSchema, saveSelfReview, onAppraisal("self.write")),
  "self-review.submit": command(
    submitSelfReviewSchema,
    submitSelfReview,
    onAppraisal("self.write"),
  ),
  "second-level.agree": command(agreeSchema, agreeToSheets, onAppraisal("second_level.decide")),
  "second-level.return": command(
    returnSheetSchema,
    returnSheet,
    onAppraisal("second_level.decide"),
  ),
  "second-level.take-back": command(
    appraisalTargetSchema,
    takeBackReview,
    onAppraisal("second_level.decide"),
  ),
  "hr-audit.take-back": command(takeBackScoreSchema, takeBackScore, onAppraisal("hr.decide")),
  "approval.take-back": command(takeBackScoreSchema, takeBackTop, onAppraisal("approval.decide")),
  "hr-audit.confirm": command(confirmScoreSchema, confirmScore, onAppraisal("hr.decide")),
  "beneficiary.record": command(recordViewSchema, recordView, onAppraisal("hr.ask")),
  "beneficiary.make-link": command(makeLinkSchema, makeLink, onAppraisal("hr.ask")),
  "beneficiary.revoke-link": command(revokeLinkSchema, revokeLink, onAppraisal("hr.ask")),
  "hr-audit.reopen": command(reopenSheetSchema, reopenSheet, onAppraisal("hr.decide")),
  "hr-audit.return": command(returnScoresSchema, returnScores, onAppraisal("hr.decide")),
  "approval.approve": command(decideTopSchema, approveTop, onAppraisal("approval.decide")),
  "approval.decline": command(declineTopsSchema, declineTops, onAppraisal("approval.decide")),
  "approval.ask": command(askTopsSchema, askForMore, onAppraisal("approval.decide")),
  "interview.arrange": command(arrangeSchema, arrangeInterview, onAppraisal("interview.arrange")),
  "interview.prepare": command(prepareSchema, prepareInterview, onAppraisal("interview.arrange")),
  "interview.save": command(saveMinutesSchema, saveMinutes, onAppraisal("interview.write")),
  "interview.record": command(
    recordInterviewSchema,
    recordInterview,
    onAppraisal("interview.write"),
  ),
  "result.confirm-minutes": command(
    answerResultSchema,
    confirmMinutes,
    onAppraisal("result.answer"),
  ),
  "result.contest-minutes": command(contestSchema, contestMinutes, onAppraisal("result.answer")),
  "result.acknowledge": command(acknowledgeSchema, acknowledgeResult, onAppraisal("result.answer")),
  "result.object": command(objectSchema, objectToResult, onAppraisal("result.object")),
  "manager-scoring.save": command(
    saveManagerValueSchema,
    saveManagerValue,
    onAppraisal("manager.write"),
  ),
  "self-review.take-back": command(
    appraisalTargetSchema,
    takeSelfReviewBack,
    onAppraisal("self.take_back"),
  ),
  "manager-scoring.take-back": command(
    appraisalTargetSchema,
    takeManagerSheetBack,
    onAppraisal("manager.take_back"),
  ),
  "manager-scoring.submit": command(
    submitManagerSheetSchema,
    submitManagerSheet,
    onAppraisal("manager.write"),
  ),
  "manager-scoring.return-self-review": command(
    returnSelfReviewSchema,
    returnSelfReview,
    onAppraisal("self.return"),
  ),
  "cycle.preview": command(previewOpeningSchema, previewOpening, mayManageCycles),
  "cycle.open": command(openCycleSchema, openCycle, mayManageCycles),
  "cycle.preview-window": command(previewWindowSchema, previewWindow, mayManageCycles),
  "cycle.change-window": command(changeWindowSchema, changeWindow, mayManageCycles),
  "cycle.close": command(cycleTargetSchema, closeCycle, mayManageCycles),
  "cycle.pause": command(pauseCycleSchema, pauseCycle, mayManageCycles),
  "cycle.resume": command(resumeCycleSchema, resumeCycle, mayManageCycles),
  "participation.exempt": command(exemptSchema, exemptPerson, mayChangeParticipation),
  "participation.include": command(includeSchema, includePerson, mayChangeParticipation),
  "participation.preview-extension": command(
    previewExtensionSchema,
    previewExtension,
    mayChangeParticipation,
  ),
  "participation.extend": command(extendSchema, extendFor, mayChangeParticipation),
  "ruleset.preview-import": command(previewImportSchema, previewImport, mayManageRulesets),
  "ruleset.import-framework": command(importDocumentSchema, importFramework, mayManageRulesets),
  "ruleset.import-policy": command(importDocumentSchema, importPolicy, mayManageRulesets),
  "people.create": command(createPersonSchema, createPerson, mayManagePeople),
  "people.change": command(changeWithSheetsSchema, changeWithSheets, mayManagePeople),
  "people.deactivate": command(leaveWithSheetsSchema, leaveWithSheets, mayManagePeople),
  "hand-over.give": command(handOverSchema, handOver, mayHandOver),
  "reporting.plan": command(planLineSchema, planLine, mayPlanLines),
  "reporting.cancel": command(planTargetSchema, cancelPlan, mayPlanLines),
  "reporting.restore": command(planTargetSchema, restorePlan, mayPlanLines),
  "reporting.look": command(planTargetSchema, lookAtPlan, mayPlanLines),
  "hand-over.look": command(lookedSchema, lookAtFallen, mayHandOver),
  "relations.declare": command(declareRelationSchema, declareRelation, everybody),
  "relations.confirm": command(endRelationSchema, confirmRelation, everybody),
  "relations.end": command(endRelationSchema, endRelation, everybody),
  "delegation.name": command(nameDeputySchema, nameDeputy, everybody),
  "delegation.end": command(endDelegationSchema, endDelegation, everybody),
  "people.reactivate": command(personTargetSchema, reactivatePerson, mayManagePeople),
  "departments.create": command(createDepartmentSchema, createDepartment, mayManagePeople),
  "departments.change": command(changeDepartmentSchema, changeDepartment, mayManagePeople),
  "departments.close": command(departmentTargetSchema, closeDepartment, mayManagePeople),
  "departments.reopen": command(departmentTargetSchema, reopenDepartment, mayManagePeople),
  "access.invite": command(inviteSchema, invite, mayManageAccess),
  "access.grant-role": command(grantRoleSchema, grantRole, mayManageAccess),
  "access.revoke-role": command(revokeRoleSchema, revokeRole, mayManageAccess),
  // Whoever changes the password because others hammer at it is not to be locked out by them.
  "access.change-password": command(
    changePasswordSchema,
    changePassword,
    everybody,
    ({ actor, now }) => rememberDevice(actor.employeeId, now),
  ),
};

export function commandNamed(name: string): Execute | null {
  return isCommandName(name) ? registry[name].execute : null;
}
