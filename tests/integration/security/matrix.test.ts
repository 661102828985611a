import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { commandNamed } from "@/app/api/commands/[command]/registry";
import { appraisalStates } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { commandNames, type CommandName } from "@/lib/commands/names";
import { database } from "@/lib/db/client";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { bodies, type AppraisalCommand } from "../../support/bodies";
import { givePassword } from "../../support/accounts";
import { buildCompany, people, type Person, type TestCompany } from "../../support/company";

/**
 * Every command by every person. Whoever is not in a row is answered `not_found`. `incomplete`, `stale` and
 * `wrong_credentials` stand for "let in": those come after the authorisation.
 */
type Who = Person | "self";
interface Place {
  readonly state: AppraisalState;
  /** Where it may be given, too. */
  readonly too?: AppraisalState | readonly AppraisalState[];
}
type Row = Place & Partial<Record<Who, string>>;

const ofAppraisals: Readonly<Record<AppraisalCommand, Row>> = {
  "self-review.save": { state: "self_review", self: "ok" },
  "self-review.submit": { state: "self_review", self: "incomplete" },
  "self-review.take-back": { state: "manager_scoring", self: "ok" },
  "manager-scoring.take-back": { state: "second_level", manager: "ok" },
  "manager-scoring.save": { state: "manager_scoring", manager: "ok" },
  "manager-scoring.submit": { state: "manager_scoring", manager: "incomplete" },
  "manager-scoring.return-self-review": { state: "manager_scoring", manager: "ok" },
  "second-level.agree": { state: "second_level", secondLevel: "ok" },
  "second-level.return": { state: "second_level", secondLevel: "ok" },
  "second-level.take-back": { state: "hr_audit", secondLevel: "ok" },
  "hr-audit.take-back": { state: "approval", hrPartner: "ok" },
  "approval.take-back": { state: "interview", divisionHead: "ok" },
  "hr-audit.confirm": { state: "hr_audit", hrPartner: "ok" },
  "beneficiary.record": { state: "hr_audit", too: "approval", hrPartner: "ok" },
  "beneficiary.make-link": { state: "hr_audit", too: "approval", hrPartner: "ok" },
  "beneficiary.revoke-link": { state: "hr_audit", too: "approval", hrPartner: "already_done" },
  "hr-audit.reopen": {
    ...{ state: "hr_audit", hrPartner: "ok" },
    too: ["approval", "interview", "published", "acknowledged", "objected"],
  },
  "hr-audit.return": { state: "hr_audit", hrPartner: "ok" },
  "approval.approve": { state: "approval", divisionHead: "ok" },
  "approval.decline": { state: "approval", divisionHead: "ok" },
  "approval.ask": { state: "approval", divisionHead: "ok" },
  "interview.arrange": { state: "interview", manager: "ok", self: "ok" },
  "interview.prepare": { state: "interview", manager: "ok", self: "ok" },
  "interview.save": { state: "interview", manager: "ok" },
  "interview.record": { state: "interview", manager: "ok" },
  "result.confirm-minutes": { state: "published", self: "ok" },
  "result.contest-minutes": { state: "published", self: "ok" },
  "result.acknowledge": { state: "published", self: "incomplete" },
  "result.object": { state: "published", too: "acknowledged", self: "ok" },
};

const ofAdministrators: Readonly<Partial<Record<CommandName, string>>> = {
  "cycle.preview": "invalid_input",
  "cycle.open": "invalid_input",
  "cycle.preview-window": "stale",
  "cycle.change-window": "stale",
  "cycle.close": "stale",
  "cycle.pause": "stale",
  "cycle.resume": "stale",
  "participation.exempt": "stale",
  "participation.include": "stale",
  "participation.preview-extension": "stale",
  "participation.extend": "stale",
  "ruleset.preview-import": "ok",
  "ruleset.import-framework": "ok",
  "ruleset.import-policy": "ok",
  "people.create": "ok",
  "people.change": "stale",
  "people.deactivate": "stale",
  "people.reactivate": "already_done",
  "hand-over.give": "invalid_input",
  "reporting.plan": "stale",
  "reporting.cancel": "not_found",
  "reporting.restore": "not_found",
  "reporting.look": "not_found",
  "hand-over.look": "already_done",
  "departments.create": "ok",
  "departments.change": "stale",
  "departments.close": "stale",
  "departments.reopen": "stale",
  "access.invite": "ok",
  "access.grant-role": "stale",
  "access.revoke-role": "stale",
};

const everyones: readonly CommandName[] = [
  ...(["access.change-password", "delegation.name", "delegation.end"] as const),
  ...(["relations.declare", "relations.confirm", "relations.end"] as const),
];

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
  for (const person of people) await givePassword(company.ids[person]);
});

async function answer(name: CommandName, context: CommandContext, body: unknown): Promise<string> {
  const execute = commandNamed(name);
  if (execute === null) throw new Error(name);
  const outcome = await execute(context, body);
  expect(JSON.parse(JSON.stringify(outcome)), "arrives as it was sent").toEqual(outcome);
  return outcome.ok ? "ok" : outcome.code;
}

const asks = (who: Who, appraisal: TestAppraisal): CommandContext =>
  who === "self" ? appraisal.context() : company.context(who);

const everybody: readonly Who[] = ["self", ...people];
const isOfAppraisal = (name: string): name is AppraisalCommand => name in ofAppraisals;

test("the matrix has a row for every command", () => {
  const rows = [...Object.keys(ofAppraisals), ...Object.keys(ofAdministrators), ...everyones];
  expect(rows.sort()).toEqual([...commandNames].sort());
});

describe.each(commandNames.filter(isOfAppraisal))("%s", (name) => {
  const { state, too, ...row } = ofAppraisals[name];

  test("by everybody", async () => {
    const answers: Partial<Record<Who, string>> = {};
    for (const who of everybody) {
      const appraisal = await appraisalIn(company, state);
      answers[who] = await answer(name, asks(who, appraisal), bodies(company, appraisal)[name]);
    }
    const nobody = Object.fromEntries(everybody.map((who) => [who, "not_found"]));
    expect(answers).toEqual({ ...nobody, ...row });
  });

  test("in every other state by the one whose turn it is not", async () => {
    const who = everybody.find((candidate) => row[candidate] !== undefined) ?? "self";
    for (const other of appraisalStates.filter(
      (one) => one !== state && ![too].flat().includes(one),
    )) {
      const appraisal = await appraisalIn(company, other);
      const given = await answer(name, asks(who, appraisal), bodies(company, appraisal)[name]);
      // A decision that led on is taken back from wherever it may have led.
      const refused = name.endsWith(".take-back")
        ? /^(wrong_state|not_found|moved_on|ok)$/
        : /^(wrong_state|not_found)$/;
      expect([other, given]).toEqual([other, expect.stringMatching(refused)]);
    }
  });

  test("by the employee, whatever roles they hold besides", async () => {
    const appraisal = await appraisalIn(company, state);
    const all = new Set(Object.values(company.departments));
    const actor = { ...appraisal.employee, isHrAdmin: true, hrDepartmentIds: all };
    const given = await answer(name, { actor, now: company.now }, bodies(company, appraisal)[name]);
    expect(given).toBe(row.self ?? "not_found");
  });
});

const isPartner = (person: Person) => person === "hrPartner" || person === "otherHrPartner";

describe("commands of the HR administrators", () => {
  test.each(Object.entries(ofAdministrators))("%s", async (name, expected) => {
    const known = commandNames.find((candidate) => candidate === name);
    if (known === undefined) throw new Error(name);
    for (const person of people) {
      const given = await answer(known, company.context(person), await administrative(name));
      // HR partners hand over, too; what is not of their departments is not there for them.
      if (name.startsWith("hand-over.") && isPartner(person))
        expect([expected, "not_found"]).toContain(given);
      else expect([person, given]).toEqual([person, person === "hrAdmin" ? expected : "not_found"]);
    }
  });
});

test("one's own password is everybody's, and only one's own", async () => {
  for (const person of people) {
    const body = { current: "not the password", next: "本季 quiet harbour 灯塔 42" };
    const given = await answer("access.change-password", company.context(person), body);
    expect([person, given]).toEqual([person, "wrong_credentials"]);
    const other = { ...body, employeeId: company.ids.ceo };
    expect(await answer("access.change-password", company.context(person), other)).toBe(
      "invalid_input",
    );
  }
});

/** Bodies that pass the schema and change as little as they can: where it matters they are stale. */
async function administrative(name: string): Promise<unknown> {
  const { ids, departments, cycleId } = company;
  const employeeId = ids.colleague;
  const person = {
    ...{ number: `n-${randomUUID().slice(0, 8)}`, name: "新人", email: "", jobTitle: "" },
    ...{ departmentId: departments.group, managerNumber: "", hireDate: "2026-11-01" },
    status: "active",
  };
  const department = {
    ...{ code: `c-${randomUUID().slice(0, 8)}`, name: "新部门", nameEn: "", parentId: null },
    ...{ headNumber: "", isDivision: false },
  };
  const cycle = {
    ...{ year: 2030, quarter: 1, departmentIds: null, joinedAfter: "" },
    ...{ frameworkVersionId: randomUUID(), policyVersionId: randomUUID() },
    windows: ["self_review", "manager_scoring", "second_level", "hr_audit", "approval"]
      .concat("interview", "result")
      .map((stage) => ({ stage, opensAt: "2030-01-01T00:00", closesAt: "2030-02-01T00:00" })),
  };
  const version = 99;
  const [framework] = frameworkPresets;
  const [policy] = policyPresets;
  const grant = await heldGrant();
  const moment = { stage: "result", closesAt: "2027-02-01T00:00" };
  const window = { ...moment, reason: "放假" };
  const about = { number: "nobody", reason: "长期出差" };
  const all: Readonly<Record<string, unknown>> = {
    "cycle.preview": cycle,
    "cycle.open": { ...cycle, standing: "" },
    "cycle.preview-window": { cycleId, version, ...moment },
    "cycle.change-window": { cycleId, version, ...window },
    "cycle.close": { cycleId, version },
    "cycle.pause": { cycleId, version, reason: "系统故障" },
    "cycle.resume": { cycleId, version, reason: "已修复", days: 0 },
    "participation.exempt": { cycleId, version, ...about },
    "participation.include": { cycleId, version, ...about, windows: cycle.windows },
    "participation.preview-extension": {
      ...{ cycleId, version, ...moment, following: false },
      ...{ number: about.number, departmentId: null },
    },
    "participation.extend": {
      ...{ cycleId, version, ...window, following: false },
      ...{ number: about.number, departmentId: null },
    },
    "ruleset.preview-import": { kind: "policy", text: JSON.stringify(policy) },
    "ruleset.import-framework": { text: JSON.stringify(framework) },
    "ruleset.import-policy": { text: JSON.stringify(policy) },
    "people.create": person,
    "people.change": { employeeId, version, ...person },
    "people.deactivate": { employeeId, version },
    "people.reactivate": { employeeId, version },
    "hand-over.give": {
      ...{ fromId: ids.manager, appraisalIds: [randomUUID()], successorNumber: "nobody" },
      ...{ way: "continue", reason: "换了主管。", note: "" },
    },
    "reporting.plan": {
      ...{ employeeId, version, day: "2027-01-01", managerNumber: "" },
      departmentId: departments.group,
    },
    "reporting.cancel": { planId: randomUUID() },
    "reporting.restore": { planId: randomUUID() },
    "reporting.look": { planId: randomUUID() },
    "hand-over.look": { handOverIds: [randomUUID()] },
    "departments.create": department,
    "departments.change": { departmentId: departments.group, version, ...department },
    "departments.close": { departmentId: departments.group, version },
    "departments.reopen": { departmentId: departments.group, version },
    "access.invite": { employeeId },
    "access.grant-role": { employeeId, version, role: "hr_admin", departmentId: null },
    "access.revoke-role": { grantId: grant, version },
  };
  return all[name];
}

async function heldGrant(): Promise<string> {
  const employeeId = company.ids.hrPartner;
  return (await database().roleGrant.findFirstOrThrow({ where: { employeeId } })).id;
}
