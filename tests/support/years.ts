import { randomUUID } from "node:crypto";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { ExemptReason } from "@/lib/participation/types";
import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { stableId } from "@/lib/db/ids";
import { readFrameworkVersion, readPolicyVersion } from "@/lib/ruleset/store";
import { maxOfValue, routeScore, type HalfPoints } from "@/lib/scoring";
import { routingRow } from "@/lib/sheet/rules";
import type { Person, TestCompany } from "./company";

/** One person's part in a quarter: half-points per value in the framework's order, or why there are none. */
export type Part =
  | { readonly state: AppraisalState; readonly scores: readonly (number | null)[] }
  | { readonly exempt: ExemptReason };

export interface QuarterPlan {
  readonly year: number;
  readonly quarter: number;
  readonly parts: Readonly<Partial<Record<Person, Part>>>;
  readonly closed?: boolean;
  readonly framework?: string;
  readonly policy?: string;
}

/** A whole quarter with only what the year reads: participants, states, totals and the manager's scores. */
export async function quarterWith(company: TestCompany, plan: QuarterPlan): Promise<void> {
  const { year, quarter, parts, closed = true } = plan;
  const cycleId = randomUUID();
  const frameworkVersionId = stableId("framework", plan.framework ?? "six-veins", 1);
  const policyVersionId = stableId("policy", plan.policy ?? "classic", 1);
  await database().$transaction(async (tx) => {
    await tx.cycle.create({
      data: {
        ...{ id: cycleId, year, quarter, frameworkVersionId, policyVersionId },
        openedAt: company.now,
        openedById: company.ids.hrAdmin,
      },
    });
    const { framework, valueIds } = await readFrameworkVersion(tx, frameworkVersionId);
    const { policy } = await readPolicyVersion(tx, policyVersionId);
    const values = framework.values.map((value) => ({
      valueId: valueIds[value.key] ?? "",
      maxHalfPoints: maxOfValue(value),
      routed: (score: HalfPoints | null) =>
        routingRow(policy, "manager", {
          score,
          routing: score === null ? nowhere : routeScore(policy, value, score),
        }),
    }));
    for (const [person, part] of Object.entries(parts)) {
      const employeeId = Object.entries(company.ids).find(([name]) => name === person)?.[1] ?? "";
      await takePart(tx, company, { cycleId, employeeId }, part, values);
    }
    if (closed)
      await tx.cycle.update({
        where: { id: cycleId },
        data: { state: "closed", closedAt: company.now, closedById: company.ids.hrAdmin },
      });
  });
}

interface Scored {
  readonly valueId: string;
  readonly maxHalfPoints: HalfPoints;
  readonly routed: (score: HalfPoints | null) => ReturnType<typeof routingRow>;
}

const nowhere = {
  verify: false,
  sample: false,
  beneficiaryView: false,
  approve: false,
  refer: false,
  sanction: false,
};

async function takePart(
  tx: Tx,
  { ids, departments, now }: TestCompany,
  common: { readonly cycleId: string; readonly employeeId: string },
  part: Part,
  values: readonly Scored[],
) {
  const participantId = randomUUID();
  const line = {
    managerId: ids.manager,
    secondLevelId: ids.secondLevel,
    departmentId: departments.group,
    divisionId: departments.division,
  };
  const exemptReason = "exempt" in part ? part.exempt : null;
  await tx.participant.create({ data: { id: participantId, ...common, ...line, exemptReason } });
  if ("exempt" in part) return;
  const { state, scores } = part;
  const whole = scores.every((score) => score !== null);
  const managerTotal = whole ? scores.reduce((sum, score) => sum + score, 0) : null;
  const id = randomUUID();
  await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
  await tx.appraisal.create({
    data: { ...{ id, participantId, ...common, ...line, state, managerTotal }, stateSince: now },
  });
  await tx.valueScore.createMany({
    data: values.map(({ valueId, maxHalfPoints, routed }, index) => ({
      ...{ appraisalId: id, valueId, maxHalfPoints },
      side: "manager" as const,
      halfPoints: scores[index] ?? null,
      ...routed(scores[index] ?? null),
    })),
  });
  await tx.$executeRaw`SET LOCAL session_replication_role = origin`;
}

/** Six scores that make a total of so many half-points, at most 10 each. */
export function sixScores(total: number): number[] {
  return Array.from({ length: 6 }, (_, index) => {
    const left = total - index * 10;
    return Math.max(0, Math.min(10, left));
  });
}

/** A published and acknowledged result of so many half-points. */
export function acknowledged(total: number): Part {
  return { state: "acknowledged", scores: sixScores(total) };
}
