import { changePassword, grantRole, invite, revokeRole } from "@/lib/access/commands";
import {
  changePasswordSchema,
  grantRoleSchema,
  inviteSchema,
  revokeRoleSchema,
} from "@/lib/access/schema";
import { approveTop, declineTop } from "@/lib/approval/commands";
import { decideTopSchema } from "@/lib/approval/schema";
import { isCommandName, type CommandName } from "@/lib/commands/names";
import { changeWindow, closeCycle, openCycle } from "@/lib/cycle/commands";
import { previewOpening } from "@/lib/cycle/queries";
import { changeWindowSchema, cycleTargetSchema, openCycleSchema } from "@/lib/cycle/schema";
import { changeDepartment, createDepartment } from "@/lib/departments/commands";
import { changeDepartmentSchema, createDepartmentSchema } from "@/lib/departments/schema";
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
import { answerResultSchema, objectSchema } from "@/lib/result/schema";
import { saveSelfReview, submitSelfReview } from "@/lib/self-review/commands";
import { saveSelfReviewSchema, submitSelfReviewSchema } from "@/lib/self-review/schema";
import { agreeToSheets, returnSheet } from "@/lib/second-level/commands";
import { agreeSchema, returnSheetSchema } from "@/lib/second-level/schema";
import { command, type Command, type Execute } from "./command";

/** Exhaustive and exact by type: a name without its command, or with an answer of another kind, does not compile. */
const registry: { readonly [Name in CommandName]: Command<Name> } = {
  "self-review.save": command(saveSelfReviewSchema, saveSelfReview),
  "self-review.submit": command(submitSelfReviewSchema, submitSelfReview),
  "second-level.agree": command(agreeSchema, agreeToSheets),
  "second-level.return": command(returnSheetSchema, returnSheet),
  "hr-audit.confirm": command(confirmScoreSchema, confirmScore),
  "hr-audit.return": command(returnScoreSchema, returnScore),
  "approval.approve": command(decideTopSchema, approveTop),
  "approval.decline": command(decideTopSchema, declineTop),
  "interview.record": command(recordInterviewSchema, recordInterview),
  "result.confirm-minutes": command(answerResultSchema, confirmMinutes),
  "result.acknowledge": command(answerResultSchema, acknowledgeResult),
  "result.object": command(objectSchema, objectToResult),
  "manager-scoring.save": command(saveManagerValueSchema, saveManagerValue),
  "manager-scoring.submit": command(submitManagerSheetSchema, submitManagerSheet),
  "manager-scoring.return-self-review": command(returnSelfReviewSchema, returnSelfReview),
  "cycle.preview": command(openCycleSchema, previewOpening),
  "cycle.open": command(openCycleSchema, openCycle),
  "cycle.change-window": command(changeWindowSchema, changeWindow),
  "cycle.close": command(cycleTargetSchema, closeCycle),
  "ruleset.preview-import": command(previewImportSchema, previewImport),
  "ruleset.import-framework": command(importDocumentSchema, importFramework),
  "ruleset.import-policy": command(importDocumentSchema, importPolicy),
  "people.create": command(createPersonSchema, createPerson),
  "people.change": command(changePersonSchema, changePerson),
  "people.deactivate": command(personTargetSchema, deactivatePerson),
  "people.reactivate": command(personTargetSchema, reactivatePerson),
  "departments.create": command(createDepartmentSchema, createDepartment),
  "departments.change": command(changeDepartmentSchema, changeDepartment),
  "access.invite": command(inviteSchema, invite),
  "access.grant-role": command(grantRoleSchema, grantRole),
  "access.revoke-role": command(revokeRoleSchema, revokeRole),
  "access.change-password": command(changePasswordSchema, changePassword),
};

export function commandNamed(name: string): Execute | null {
  return isCommandName(name) ? registry[name].execute : null;
}
