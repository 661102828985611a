import { beforeAll, describe, expect, test } from "vitest";
import { commandNamed } from "@/app/api/commands/[command]/registry";
import { appraisalStates } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { appraisalIn } from "../../support/appraisal";
import { bodies, type AppraisalCommand } from "../../support/bodies";
import { buildCompany, type TestCompany } from "../../support/company";
import { alter } from "../../support/review";

/** What the employee can do, and where: there alone they may learn the version that stands. */
const own: Readonly<Partial<Record<AppraisalCommand, readonly AppraisalState[]>>> = {
  "self-review.save": ["self_review"],
  "self-review.submit": ["self_review"],
  "self-review.take-back": ["manager_scoring"],
  "result.confirm-minutes": ["published"],
  "result.contest-minutes": ["published"],
  "result.acknowledge": ["published"],
  "result.object": ["published", "acknowledged"],
};

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

async function answersIn(state: AppraisalState, asking: (own: CommandContext) => CommandContext) {
  const sheet = await appraisalIn(company, state);
  await alter(sheet.id, { version: 23 });
  const answers: [string, string][] = [];
  for (const [name, body] of Object.entries(bodies(company, sheet))) {
    const outcome = await commandNamed(name)?.(asking(sheet.context()), body);
    answers.push([name, JSON.stringify(outcome)]);
  }
  return answers;
}

const isOwn = (name: string): name is AppraisalCommand => name in own;

describe.each(appraisalStates)("in %s", (state) => {
  test("no command answers the employee a version or a state they can do nothing with", async () => {
    for (const [name, answer] of await answersIn(state, (context) => context)) {
      const may = isOwn(name) && own[name]?.includes(state) === true;
      expect(answer.includes("23"), `${name}: ${answer}`).toBe(may && answer.includes("stale"));
      if (!may) expect(answer, name).not.toContain('"data"');
      for (const other of appraisalStates.filter((one) => one !== "self_review"))
        expect(answer, name).not.toContain(`"${other}"`);
    }
  });

  test("nor with every office besides", async () => {
    const hrDepartmentIds = new Set(Object.values(company.departments));
    const asking = (context: CommandContext) => ({
      ...context,
      actor: { ...context.actor, isHrAdmin: true, hrDepartmentIds },
    });
    for (const [name, answer] of await answersIn(state, asking)) {
      const may = isOwn(name) && own[name]?.includes(state) === true;
      expect(answer.includes("23"), `${name}: ${answer}`).toBe(may && answer.includes("stale"));
    }
  });

  test("nor the manager of one that is not theirs to write now", async () => {
    for (const [name, answer] of await answersIn(state, () => company.context("manager"))) {
      const writes = name.startsWith("manager-scoring.") && !name.endsWith("take-back");
      const here =
        (writes && state === "manager_scoring") ||
        (name === "manager-scoring.take-back" && state === "second_level") ||
        (name === "interview.record" && state === "interview");
      expect(answer.includes('"version":23'), `${name}: ${answer}`).toBe(here);
    }
  });
});
