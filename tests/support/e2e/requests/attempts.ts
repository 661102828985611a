import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { z } from "zod";
import type { CommandName } from "@/lib/commands/names";
import { answerOf, send } from "./commands";
import { REFUSED_EDITION, type DemoAppraisal } from "../database";
import { judgedValue } from "./sheets";

/** A body each command would accept from the right person, so that only who sends it can be the reason of a refusal. */

const words = "一句写得清楚、够用的话。";
const value = "customer-first";
const reason = { value, reason: words };
const minutes = {
  ...{ heldOn: "2026-01-05", good: words, short: words, direction: words },
  ...{ deductions: words, minutes: words, told: [] },
};

type Bodies = Partial<Record<CommandName, unknown>>;

export function onAppraisal({ id, version }: Pick<DemoAppraisal, "id" | "version">): Bodies {
  const target = { appraisalId: id, version };
  return {
    "self-review.save": { ...target, value: judgedValue(value) },
    "self-review.submit": target,
    "self-review.take-back": target,
    "manager-scoring.save": { ...target, value: judgedValue(value) },
    "manager-scoring.submit": target,
    "manager-scoring.take-back": target,
    "manager-scoring.return-self-review": { ...target, reasons: [reason] },
    "second-level.agree": { items: [target], comment: "" },
    "second-level.return": { ...target, reasons: [{ reason: words }] },
    "second-level.take-back": target,
    "hr-audit.confirm": { ...target, value, comment: "" },
    "hr-audit.reopen": { ...target, to: "self_review", reasons: [reason] },
    "hr-audit.return": { ...target, reasons: [{ ...reason, caseReason: "insufficient" }] },
    "hr-audit.take-back": { ...target, value },
    "approval.approve": { ...target, value, reason: words },
    "approval.decline": { ...target, reasons: [reason] },
    "approval.ask": { ...target, reasons: [reason] },
    "beneficiary.record": {
      ...{ appraisalId: id, value, asked: words, askedOn: "2026-01-05", way: "phone" },
      ...{ said: words, corrects: null },
    },
    "beneficiary.make-link": { appraisalId: id, value, question: words, days: 7 },
    "beneficiary.revoke-link": { appraisalId: id, linkId: id },
    "approval.take-back": { ...target, value },
    "interview.arrange": {
      ...{ ...target, version: 0, day: "2031-01-05", time: "14:30", minutes: 45 },
      ...{ place: words, note: "" },
    },
    "interview.prepare": { ...target, version: 0, topics: words, notes: "" },
    "interview.save": { ...target, version: 0, ...minutes },
    "interview.record": { ...target, draftVersion: 0, ...minutes },
    "result.confirm-minutes": target,
    "result.contest-minutes": { ...target, text: words },
    "result.acknowledge": { ...target, answer: "accepted" },
    "result.object": { ...target, text: words },
  };
}

export interface House {
  readonly employeeId: string;
  readonly departmentId: string;
  readonly grantId: string;
  readonly frameworkVersionId: string;
  readonly policyVersionId: string;
  readonly cycle: { readonly id: string; readonly version: number };
}

/** The commands of HR administrators. */
export function onHouse(house: House): Bodies {
  const { employeeId, departmentId, grantId, cycle } = house;
  const { frameworkVersionId, policyVersionId } = house;
  const person = {
    ...{ number: "990099", name: "新人", email: "", jobTitle: "", departmentId },
    ...{ managerNumber: "", hireDate: "2026-01-05", status: "active" },
  };
  const unit = {
    ...{ code: "9900", name: "新部门", nameEn: "", parentId: null },
    ...{ headNumber: "", isDivision: false },
  };
  const opening = {
    ...{ year: 2031, quarter: 1, departmentIds: null, joinedAfter: "" },
    ...{ frameworkVersionId, policyVersionId },
    windows: windowsOf2031,
  };
  const closing = { cycleId: cycle.id, version: cycle.version };
  const role = { employeeId, version: 1, role: "hr_admin", departmentId: null };
  return {
    "cycle.preview": opening,
    "cycle.open": { ...opening, standing: "" },
    "cycle.preview-window": { ...closing, stage: "result", closesAt: "2031-12-31T18:00" },
    "cycle.change-window": {
      ...closing,
      ...{ stage: "result", closesAt: "2031-12-31T18:00", reason: words },
    },
    "cycle.close": closing,
    "cycle.pause": { ...closing, reason: words },
    "cycle.resume": { ...closing, reason: words, days: 0 },
    "participation.exempt": { ...closing, number: "nobody", reason: words },
    "participation.include": {
      ...closing,
      number: "nobody",
      reason: words,
      windows: windowsOf2031,
    },
    "participation.preview-extension": {
      ...{ ...closing, number: "nobody", departmentId: null, following: false },
      ...{ stage: "result", closesAt: "2031-12-31T18:00" },
    },
    "participation.extend": {
      ...{ ...closing, number: "nobody", departmentId: null, following: false },
      ...{ stage: "result", closesAt: "2031-12-31T18:00", reason: words },
    },
    "ruleset.preview-import": { kind: "policy", text: documentOf("policies/classic") },
    "ruleset.import-framework": { text: documentOf("frameworks/go-getter") },
    "ruleset.import-policy": { text: documentOf("policies/classic") },
    "people.create": person,
    "people.change": { ...person, employeeId, version: 1 },
    "people.deactivate": { employeeId, version: 1 },
    "people.reactivate": { employeeId, version: 1 },
    "hand-over.give": {
      ...{ fromId: employeeId, appraisalIds: [cycle.id], successorNumber: "" },
      ...{ way: "continue", reason: words, note: "" },
    },
    "reporting.plan": {
      ...{ employeeId, version: 1, day: "2031-01-01", managerNumber: "" },
      departmentId,
    },
    "reporting.cancel": { planId: cycle.id },
    "reporting.restore": { planId: cycle.id },
    "reporting.look": { planId: cycle.id },
    "hand-over.look": { handOverIds: [cycle.id] },
    "departments.create": unit,
    "departments.change": { ...unit, departmentId, version: 1 },
    "departments.close": { departmentId, version: 1 },
    "departments.reopen": { departmentId, version: 1 },
    "access.invite": { employeeId },
    "access.grant-role": role,
    "access.revoke-role": { grantId, version: 1 },
  };
}

/** A preset as an edition that is not there yet, so that importing it would make a version. */
function documentOf(preset: string): string {
  const text = readFileSync(`lib/presets/${preset}.json`, "utf8");
  return text.replace(/"edition": "[^"]*"/, `"edition": "${REFUSED_EDITION}"`);
}

const windowsOf2031 = [
  "self_review",
  "manager_scoring",
  "second_level",
  "hr_audit",
  "approval",
  "interview",
  "result",
].map((stage) => ({ stage, opensAt: "2031-01-01T09:00", closesAt: "2031-02-01T18:00" }));

const several = z.object({
  value: z.object({
    agreed: z.array(z.unknown()),
    refused: z.array(z.object({ code: z.string() })),
  }),
});

/** What became of one attempt: the refusal's code, or "done". Agreeing to several answers for each on its own. */
export async function attempt(
  request: APIRequestContext,
  command: string,
  body: unknown,
): Promise<string> {
  const response = await send(request, command, body);
  const answer = await answerOf(response);
  if (!answer.ok) return answer.code ?? "refused";
  if (command !== "second-level.agree") return "done";
  const { agreed, refused } = several.parse(await response.json()).value;
  return agreed.length > 0 ? "done" : (refused[0]?.code ?? "done");
}
