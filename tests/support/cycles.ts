import { randomUUID } from "node:crypto";
import { stages } from "@/lib/appraisal/stages";
import type { CommandContext } from "@/lib/authz/actor";
import { openCycle } from "@/lib/cycle/commands/cycle";
import { exemptPerson } from "@/lib/cycle/commands/people";
import { previewOpening } from "@/lib/cycle/queries";
import type { OpenCycleInput } from "@/lib/cycle/schema";
import { database } from "@/lib/db/client";
import { stableId } from "@/lib/db/ids";
import { addFramework, addPolicy, readRuleset } from "@/lib/ruleset/store";
import type { FrameworkDocument, PolicyDocument } from "@/lib/scoring";
import type { TestAppraisal } from "./appraisal";
import { day, type TestCompany } from "./company";

/** A faultless opening of a quarter nobody has taken. */
export function openingInput(over: Partial<OpenCycleInput> = {}): OpenCycleInput {
  return {
    year: 2027,
    quarter: 1,
    departmentIds: null,
    joinedAfter: "",
    standing: "",
    frameworkVersionId: stableId("framework", "six-veins", 1),
    policyVersionId: stableId("policy", "classic", 1),
    windows: stages.map((stage, index) => ({
      stage,
      opensAt: "2026-11-21T09:00",
      closesAt: `2026-12-${String(index * 3 + 1).padStart(2, "0")}T18:00`,
    })),
    byHand: [],
    ...over,
  };
}

/** What an administrator sends who has just looked at the preview. */
export async function previewedInput(
  context: CommandContext,
  over: Partial<OpenCycleInput> = {},
): Promise<OpenCycleInput> {
  const input = openingInput(over);
  const preview = await previewOpening(context, input);
  if (!preview.ok) throw new Error(preview.code);
  return { ...input, standing: preview.value.standing };
}

export async function openedCycle(company: TestCompany, over: Partial<OpenCycleInput> = {}) {
  const context = company.context("hrAdmin");
  const outcome = await openCycle(context, await previewedInput(context, over));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

let opened = 0;

/** The same people in one more open cycle, under rules of its own. */
export async function cycleUnder(
  company: TestCompany,
  framework: FrameworkDocument,
  policy: PolicyDocument,
): Promise<TestCompany> {
  const id = randomUUID();
  opened += 1;
  const key = `own-${opened}`;
  const ruleset = await database().$transaction(async (tx) => {
    const pinned = {
      frameworkVersionId: await addFramework(tx, { ...framework, key }, 1, company.now),
      policyVersionId: await addPolicy(tx, { ...policy, key }, 1, company.now),
    };
    const openedAt = new Date(company.now.getTime() - 30 * day);
    const quarter = { year: 2100 + opened, quarter: 1 };
    const openedById = company.ids.hrAdmin;
    await tx.cycle.create({ data: { id, ...quarter, ...pinned, openedAt, openedById } });
    const closesAt = new Date(company.now.getTime() + 30 * day);
    await tx.stageWindow.createMany({
      data: stages.map((stage) => ({ cycleId: id, stage, opensAt: openedAt, closesAt })),
    });
    return readRuleset(tx, id);
  });
  return { ...company, cycleId: id, ruleset };
}

/** Somebody exempt by hand, so that their sheet ends where it is. */
export async function endSheet(company: TestCompany, { employee }: TestAppraisal) {
  const { cycleId } = company;
  const { version } = await database().cycle.findUniqueOrThrow({ where: { id: cycleId } });
  const given = { cycleId, version, number: employee.number, reason: "外派学习一季" };
  const outcome = await exemptPerson(company.context("hrAdmin"), given);
  if (!outcome.ok) throw new Error(outcome.code);
}
