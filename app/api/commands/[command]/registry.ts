import { rememberDevice } from "@/lib/auth/attempts/device";
import { changePassword, grantRole, invite, revokeRole } from "@/lib/access/commands";
import {
  changePasswordSchema,
  grantRoleSchema,
  inviteSchema,
  revokeRoleSchema,
} from "@/lib/access/schema";
import { approveTop, declineTop } from "@/lib/approval/commands";
import { decideTopSchema } from "@/lib/approval/schema";
import { mayManageCycles } from "@/lib/cycle/permissions";
import { mayManageRulesets } from "@/lib/ruleset/permissions";
import { mayManagePeople } from "@/lib/people/permissions";
import { mayManageAccess } from "@/lib/access/permissions";
import { isCommandName, type CommandName } from "@/lib/commands/names";
import { changeWindow, closeCycle, openCycle } from "@/lib/cycle/commands";
import { previewOpening } from "@/lib/cycle/queries";
import { changeWindowSchema, cycleTargetSchema, openCycleSchema } from "@/lib/cycle/schema";
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
import { confirmScore, returnScore } from "@/lib/hr-audit/commands";
import { confirmScoreSchema, returnScoreSchema } from "@/lib/hr-audit/schema";
import { recordInterview } from "@/lib/interview/commands";
import { recordInterviewSchema } from "@/lib/interview/schema";
import {
  changePerson,
  createPerson,
  deactivatePerson,
  reactivatePerson,
} from "@/lib/people/commands";
import { changePersonSchema, createPersonSchema, personTargetSchema } from "@/lib/people/schema";
import {
  returnSelfReview,
  saveManagerValue,
  submitManagerSheet,
} from "@/lib/manager-scoring/commands";
import {
  returnSelfReviewSchema,
  saveManagerValueSchema,
  submitManagerSheetSchema,
} from "@/lib/manager-scoring/schema";
import { importFramework, importPolicy } from "@/lib/ruleset/commands";
import { previewImport } from "@/lib/ruleset/queries";
import { importDocumentSchema, previewImportSchema } from "@/lib/ruleset/schema";
import { acknowledgeResult, confirmMinutes, objectToResult } from "@/lib/result/commands";
import { acknowledgeSchema, answerResultSchema, objectSchema } from "@/lib/result/schema";
import { saveSelfReview, submitSelfReview } from "@/lib/self-review/commands";
import { saveSelfReviewSchema, submitSelfReviewSchema } from "@/lib/self-review/schema";
import { agreeToSheets, returnSheet } from "@/lib/second-level/commands";
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
  "hr-audit.confirm": command(confirmScoreSchema, confirmScore, onAppraisal("hr.decide")),
  "hr-audit.return": command(returnScoreSchema, returnScore, onAppraisal("hr.decide")),
  "approval.approve": command(decideTopSchema, approveTop, onAppraisal("approval.decide")),
  "approval.decline": command(decideTopSchema, declineTop, onAppraisal("approval.decide")),
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
  "result.acknowledge": command(acknowledgeSchema, acknowledgeResult, onAppraisal("result.answer")),
  "result.object": command(objectSchema, objectToResult, onAppraisal("result.object")),
  "manager-scoring.save": command(
    saveManagerValueSchema,
    saveManagerValue,
    onAppraisal("manager.write"),
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
  "cycle.preview": command(openCycleSchema, previewOpening, mayManageCycles),
  "cycle.open": command(openCycleSchema, openCycle, mayManageCycles),
  "cycle.change-window": command(changeWindowSchema, changeWindow, mayManageCycles),
  "cycle.close": command(cycleTargetSchema, closeCycle, mayManageCycles),
  "ruleset.preview-import": command(previewImportSchema, previewImport, mayManageRulesets),
  "ruleset.import-framework": command(importDocumentSchema, importFramework, mayManageRulesets),
  "ruleset.import-policy": command(importDocumentSchema, importPolicy, mayManageRulesets),
  "people.create": command(createPersonSchema, createPerson, mayManagePeople),
  "people.change": command(changePersonSchema, changePerson, mayManagePeople),
  "people.deactivate": command(personTargetSchema, deactivatePerson, mayManagePeople),
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
