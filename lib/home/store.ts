import "server-only";
import type { StageWindow } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import type { StateCount } from "./rules";
import type { QuarterRef } from "./types";

export interface OpenCycle extends QuarterRef {
  readonly windows: readonly StageWindow[];
}

export async function openCycles(tx: Tx): Promise<OpenCycle[]> {
  const rows = await tx.cycle.findMany({
    where: { state: "open" },
    orderBy: [{ year: "desc" }, { quarter: "desc" }],
    select: { id: true, year: true, quarter: true, windows: true },
  });
  return rows.map(({ id, ...cycle }) => ({ cycleId: id, ...cycle }));
}

/** The appraisals of open cycles in which the actor stands as this, without the actor's own. */
export function standing(actor: Actor) {
  const me = actor.employeeId;
  const others = { employeeId: { not: me }, cycle: { state: "open" as const } };
  const hr = { departmentId: { in: [...actor.hrDepartmentIds] }, managerId: { not: me } };
  return {
    team: { ...others, participant: { managerId: me } },
    review: {
      ...others,
      participant: { OR: [{ secondLevelId: me }, { secondLevelId: null, ...hr }] },
    },
    audit: { ...others, participant: hr },
    approvals: {
      ...others,
      participant: actor.isHrAdmin
        ? { OR: [{ approverId: me }, { approverId: null, managerId: { not: me } }] }
        : { approverId: me },
      verifications: { none: { byId: me } },
    },
  } satisfies Record<string, Prisma.AppraisalWhereInput>;
}

export async function countStates(
  tx: Tx,
  where: Prisma.AppraisalWhereInput,
): Promise<StateCount[]> {
  const rows = await tx.appraisal.groupBy({
    by: ["cycleId", "state"],
    where,
    _count: { _all: true, returnedFrom: true },
  });
  return rows.map(({ cycleId, state, _count }) => ({
    cycleId,
    state,
    count: _count._all,
    returned: _count.returnedFrom,
  }));
}

export type OwnAppraisal = Awaited<ReturnType<typeof readOwn>>[number];

export function readOwn(tx: Tx, employeeId: string) {
  return tx.appraisal.findMany({
    where: { employeeId },
    orderBy: [{ cycle: { year: "desc" } }, { cycle: { quarter: "desc" } }],
    take: 12,
    select: {
      id: true,
      state: true,
      returnedFrom: true,
      managerTotal: true,
      band: true,
      participant: { select: { manager: { select: { name: true } } } },
      cycle: {
        select: {
          id: true,
          year: true,
          quarter: true,
          state: true,
          frameworkVersionId: true,
          policyVersionId: true,
          frameworkVersion: { select: { _count: { select: { values: true } } } },
        },
      },
      acknowledgement: { select: { kind: true } },
      scores: { select: { side: true, valueId: true, halfPoints: true } },
    },
  });
}
