import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { commandNamed } from "@/app/api/commands/[command]/registry";
import { unknownCommand } from "@/app/api/commands/[command]/command";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { commandNames, type CommandName } from "@/lib/commands/names";
import { respond } from "@/lib/commands/respond";
import { refuse, type Refusal } from "@/lib/errors/outcome";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { bodies, type AppraisalCommand } from "../../support/bodies";
import { buildCompany, people, type Person, type TestCompany } from "../../support/company";

/**
 * What is wrong with a body is shown to those who may do what it asks; for anybody else the answer is, byte for byte, that
 * of a command that does not exist.
 */
type Who = Person | "self";

const doers: Readonly<Record<AppraisalCommand, readonly [AppraisalState, Who, Who?]>> = {
  "self-review.save": ["self_review", "self"],
  "self-review.submit": ["self_review", "self"],
  "self-review.take-back": ["manager_scoring", "self"],
  "manager-scoring.take-back": ["second_level", "manager"],
  "manager-scoring.save": ["manager_scoring", "manager"],
  "manager-scoring.submit": ["manager_scoring", "manager"],
  "manager-scoring.return-self-review": ["manager_scoring", "manager"],
  "second-level.agree": ["second_level", "secondLevel"],
  "second-level.return": ["second_level", "secondLevel"],
  "second-level.take-back": ["second_level", "secondLevel"],
  "hr-audit.take-back": ["hr_audit", "hrPartner"],
  "approval.take-back": ["approval", "divisionHead"],
  "hr-audit.confirm": ["hr_audit", "hrPartner"],
  "beneficiary.record": ["hr_audit", "hrPartner"],
  "beneficiary.make-link": ["hr_audit", "hrPartner"],
  "beneficiary.revoke-link": ["hr_audit", "hrPartner"],
  "hr-audit.reopen": ["hr_audit", "hrPartner"],
  "hr-audit.return": ["hr_audit", "hrPartner"],
  "approval.approve": ["approval", "divisionHead"],
  "approval.decline": ["approval", "divisionHead"],
  "approval.ask": ["approval", "divisionHead"],
  "interview.arrange": ["interview", "self", "manager"],
  "interview.prepare": ["interview", "self", "manager"],
  "interview.save": ["interview", "manager"],
  "interview.record": ["interview", "manager"],
  "result.confirm-minutes": ["published", "self"],
  "result.contest-minutes": ["published", "self"],
  "result.acknowledge": ["published", "self"],
  "result.object": ["published", "self"],
};

const isOfAppraisal = (name: string): name is AppraisalCommand => name in doers;
const ofAdministrators = commandNames.filter(
  (name) =>
    !isOfAppraisal(name) &&
    name !== "access.change-password" &&
    !/^(delegation|relations)\./.test(name),
);

let company: TestCompany;
let unknown: string;
beforeAll(async () => {
  company = await buildCompany();
  unknown = await bytesOf(respond(unknownCommand));
});

async function bytesOf(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  return [String(response.status), ...headers, await response.text()].join("\n");
}

async function answer(
  name: CommandName,
  context: CommandContext,
  body: unknown,
  unreadable?: Refusal,
): Promise<Response> {
  const execute = commandNamed(name);
  if (execute === null) throw new Error(name);
  return respond(await execute(context, body, unreadable));
}

const asks = (who: Who, appraisal: TestAppraisal): CommandContext =>
  who === "self" ? appraisal.context() : company.context(who);

const broken = refuse("broken_body");
const tooLarge = refuse("body_too_large");

describe.each(commandNames.filter(isOfAppraisal))("%s with something wrong in it", (name) => {
  const [state, doer, too] = doers[name];
  const strangers = people.filter((person) => person !== doer && person !== too);
  const wrong = (appraisal: TestAppraisal): object =>
    Object.assign({ surplus: true }, bodies(company, appraisal)[name]);

  test("is explained to the one whose turn it is, whatever is wrong", async () => {
    const appraisal = await appraisalIn(company, state);
    const context = asks(doer, appraisal);
    expect((await answer(name, context, wrong(appraisal))).status).toBe(422);
    for (const nothing of [null, [], {}, { appraisalId: "1" }, { items: [] }])
      expect((await answer(name, context, nothing)).status).toBe(422);
    expect((await answer(name, context, null, broken)).status).toBe(400);
    expect((await answer(name, context, null, tooLarge)).status).toBe(413);
  });

  test("is no command to anybody else, whether the appraisal exists or not", async () => {
    const appraisal = await appraisalIn(company, state);
    const absent = { ...appraisal, target: { appraisalId: randomUUID(), version: 1 } };
    for (const who of strangers)
      for (const body of [wrong(appraisal), wrong(absent)]) {
        const given = await bytesOf(await answer(name, company.context(who), body));
        expect([who, given]).toEqual([who, unknown]);
      }
    const own = await bytesOf(await answer(name, asks(doer, appraisal), wrong(absent)));
    expect(own).toBe(unknown);
  });
});

test.each([
  ["hr-audit.confirm", "colleague"],
  ["approval.approve", "colleague"],
  ["interview.record", "colleague"],
  ["second-level.agree", "colleague"],
] as const)(
  "%s that names no appraisal is no command to who has none to do it to",
  async (...of) => {
    const [name, who] = of;
    for (const body of [null, {}, { items: [] }, { items: [{ appraisalId: "x" }] }])
      expect(await bytesOf(await answer(name, company.context(who), body))).toBe(unknown);
    const given = await answer(name, company.context(who), null, broken);
    expect(await bytesOf(given)).toBe(unknown);
  },
);

describe.each(ofAdministrators)("%s with something wrong in it", (name) => {
  test("is explained to HR administrators and no command to anybody else", async () => {
    for (const who of people) {
      const context = company.context(who);
      const given = await answer(name, context, { surplus: true });
      const unread = await answer(name, context, null, broken);
      const partners = name.startsWith("hand-over.") && who.endsWith("artner");
      if (who === "hrAdmin" || partners) expect([given.status, unread.status]).toEqual([422, 400]);
      else
        for (const response of [given, unread])
          expect([who, await bytesOf(response)]).toEqual([who, unknown]);
    }
  });
});

test("everybody is shown what is wrong with a new password", async () => {
  for (const who of people) {
    const given = await answer("access.change-password", company.context(who), { surplus: true });
    expect([who, given.status]).toEqual([who, 422]);
  }
});

test.each(["constructor", "__proto__", "self-review.saves"])("%j is no command", (name) => {
  expect(commandNamed(name)).toBeNull();
});
