import "server-only";
import { may } from "@/lib/appraisal/permissions";
import { readSubject } from "@/lib/appraisal/store";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import { readRuleset } from "@/lib/ruleset/store";
import { maxOfValue, rungsFor } from "@/lib/scoring";
import { readArranging, readDesk } from "../store/records";
import type { OwnInterview } from "../types";

/**
 * What the employee prepares the interview with: their own part alone. Nothing of the manager's scores, nor what follows
 * from them, before the result is published; null as soon as it is, and for everybody else.
 */
export async function readOwnInterview(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<OwnInterview | null> {
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    if (subject === null || subject.employeeId !== actor.employeeId) return null;
    const allowed = may(actor, "interview.arrange", subject);
    if (!allowed.ok) return null;
    const { framework, valueIds } = await readRuleset(tx, subject.cycleId);
    const row = await tx.appraisal.findUniqueOrThrow({
      where: { id: appraisalId },
      select: {
        cycle: { select: { year: true, quarter: true } },
        manager: { select: { name: true } },
        scores: { where: { side: "self" }, select: { valueId: true, halfPoints: true } },
      },
    });
    const author = { appraisalId, authorId: actor.employeeId };
    const { preparation, timeZone } = await readDesk(tx, author, now);
    return {
      appraisalId,
      seenAs: allowed.ground,
      cycle: row.cycle,
      managerName: row.manager.name,
      dueAt: subject.windows.find(({ stage }) => stage === "interview")?.closesAt ?? null,
      preparation,
      arranging: await readArranging(tx, subject, now, timeZone),
      values: framework.values.map((value) => ({
        key: value.key,
        name: value.name,
        score:
          row.scores.find(({ valueId }) => valueId === valueIds[value.key])?.halfPoints ?? null,
        rungs: rungsFor(maxOfValue(value)),
      })),
    };
  });
}
