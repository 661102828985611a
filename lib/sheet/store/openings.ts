import "server-only";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import type { Ruleset } from "@/lib/ruleset/types";
import { unseenValues, type HalfPoints, type SheetResult } from "@/lib/scoring";
import { emptyValue, nothingUnseen, writtenIn } from "../rules";
import type { SheetPair } from "../types";

/** Rows of “manager first”: what of a self-review is open to the manager. Nothing here decides who may see a sheet. */

interface Held {
  readonly appraisalId: string;
  /** Null where the sheet has no manager: then nothing is open. */
  readonly managerId: string | null;
}

/** The values whose self-review is closed to whoever holds the sheet now, their deputies included; by key. */
export async function readUnseen(
  tx: Reading,
  { appraisalId, managerId }: Held,
  ruleset: Ruleset,
): Promise<ReadonlySet<string>> {
  const { policy, framework, valueIds } = ruleset;
  if (policy.managerFirst !== true) return nothingUnseen;
  const rows =
    managerId === null
      ? []
      : await tx.selfReviewOpening.findMany({
          where: { appraisalId, holderId: managerId },
          select: { valueId: true },
        });
  const ids = new Set(rows.map(({ valueId }) => valueId));
  const opened = framework.values.filter(({ key }) => ids.has(valueIds[key] ?? ""));
  return unseenValues(ruleset, new Set(opened.map(({ key }) => key)));
}

/** The sheets for whom the self-review of these values is unseen: as if nothing stood there. */
export function withoutUnseen(
  { self, manager }: SheetPair,
  unseen: ReadonlySet<string>,
): SheetPair {
  const values = self.values.map((value) =>
    unseen.has(value.key) ? emptyValue(value.key) : value,
  );
  return { self: { ...self, values }, manager };
}

/** The unseen values whose draft stands: as a rule the one that is written, if any. */
export const firstScores = ({ values }: SheetResult, unseen: ReadonlySet<string>) =>
  values.flatMap(({ key: value, score: halfPoints }) =>
    halfPoints === null || !unseen.has(value) ? [] : [{ value, halfPoints }],
  );

interface Note {
  readonly toState: AppraisalState;
  readonly valueKey: string | null;
  readonly byId: string;
}

/** Whether a note to the employee may tell its reader of a self-review that is closed to them; their own words do not. */
export function tellsOfUnseen(
  { toState, valueKey, byId }: Note,
  unseen: ReadonlySet<string>,
  readerId: string,
): boolean {
  if (toState !== writtenIn.self || byId === readerId) return false;
  return valueKey === null ? unseen.size > 0 : unseen.has(valueKey);
}

interface Opening {
  readonly subject: Held;
  readonly ruleset: Pick<Ruleset, "valueIds">;
  readonly value: string;
  /** The score the draft stands at. */
  readonly halfPoints: HalfPoints;
}

/** Once the manager's own judgement of the value is written. */
export async function recordOpening(
  tx: Tx,
  { actor, now }: CommandContext,
  { subject: { appraisalId, managerId }, ruleset, value, halfPoints }: Opening,
): Promise<void> {
  const valueId = ruleset.valueIds[value];
  if (valueId === undefined || managerId === null) throw new Error("recordOpening: not checked");
  const by = { byId: actor.employeeId, at: now };
  await tx.selfReviewOpening.create({
    data: { appraisalId, valueId, holderId: managerId, halfPoints, ...by },
  });
}

/** A successor who goes on from the draft goes on from what it opened. */
export async function carryOpenings(
  tx: Tx,
  appraisalId: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO self_review_opening (appraisal_id, value_id, holder_id, by_id, half_points, at)
    SELECT appraisal_id, value_id, ${to}::uuid, by_id, half_points, at
    FROM self_review_opening WHERE appraisal_id = ${appraisalId}::uuid AND holder_id = ${from}::uuid
    ON CONFLICT DO NOTHING`;
}
