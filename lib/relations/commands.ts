import "server-only";
import { lockStructure } from "@/lib/access/store";
import type { CommandContext } from "@/lib/authz/actor";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { atField, ok, refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { recordEvents } from "@/lib/events/record";
import { give } from "@/lib/hand-over/commands/give";
import { findPresent } from "@/lib/people/store";
import { mayConfirm, mayEnd, mayReadAll } from "./permissions";
import type { DeclareRelationInput, EndRelationInput } from "./schema";
import { heldOf, lockDeclared } from "./store";
import type { Confirmed, Declared } from "./types";

/** As many sheets as somebody holds of a relative: few, but each is locked. */
const patience = 60_000;

/**
 * Declares that two people are kin or close. Declared by an HR administrator who is neither of them it takes effect at once,
 * by anybody else once such a one confirms it.
 */
export async function declareRelation(
  context: CommandContext,
  input: DeclareRelationInput,
): Promise<Outcome<Declared>> {
  const { actor, now } = context;
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    const pair = await pairOf(tx, context, input);
    if ("ok" in pair) return pair;
    const runs = mayConfirm(actor, pair);
    const relationId = crypto.randomUUID();
    const row = { id: relationId, ...pair, kind: input.kind, byId: actor.employeeId, at: now };
    const confirmed = runs ? { confirmedAt: now, confirmedById: actor.employeeId } : {};
    await tx.declaredRelation.create({ data: { ...row, ...confirmed } });
    const moved = runs ? await separate(tx, context, pair) : 0;
    const about = { actorId: actor.employeeId, at: now };
    await recordEvents(tx, about, [{ kind: "relation.declared", relationId }]);
    return ok({ relationId, moved, runs });
  }, patience);
}

/** What somebody declared of themselves takes effect. */
export async function confirmRelation(
  context: CommandContext,
  { relationId }: EndRelationInput,
): Promise<Outcome<Confirmed>> {
  const { actor, now } = context;
  if (!mayReadAll(actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    const row = await lockDeclared(tx, relationId);
    if (row === null) return refuse("not_found");
    // Of what others declared of them HR administrators are shown nothing.
    if (!mayConfirm(actor, row))
      return row.byId === actor.employeeId
        ? atField("relationId", "not_yourself")
        : refuse("not_found");
    if (row.endedAt !== null || row.confirmedAt !== null) return refuse("already_done");
    const data = { confirmedAt: now, confirmedById: actor.employeeId };
    await tx.declaredRelation.update({ where: { id: relationId }, data });
    const moved = await separate(tx, context, row);
    const about = { actorId: actor.employeeId, at: now };
    await recordEvents(tx, about, [{ kind: "relation.confirmed", relationId }]);
    return ok({ moved });
  }, patience);
}

interface Two {
  readonly personId: string;
  readonly otherId: string;
}

/** What one holds of the other falls to the next in line, also while the cycle is paused; what nobody can take over stands on HR's page. */
async function separate(
  tx: Tx,
  context: CommandContext,
  { personId, otherId }: Two,
): Promise<number> {
  return (
    (await moveAway(tx, context, personId, otherId)) +
    (await moveAway(tx, context, otherId, personId))
  );
}

async function pairOf(
  tx: Tx,
  { actor }: CommandContext,
  { personNumber, otherNumber }: DeclareRelationInput,
): Promise<Two | Refusal> {
  if (personNumber !== "" && !mayReadAll(actor)) return refuse("not_found");
  const personId = personNumber === "" ? actor.employeeId : await findPresent(tx, personNumber);
  if (personId === undefined) return atField("personNumber", "unknown_person");
  if (otherNumber === "") return atField("otherNumber", "required");
  const otherId = await findPresent(tx, otherNumber);
  if (otherId === undefined) return atField("otherNumber", "unknown_person");
  if (otherId === personId) return atField("otherNumber", "relation_to_oneself");
  // Only what this declarer knows already: what others declared must not follow from a refusal.
  const known = await tx.declaredRelation.count({
    where: {
      ...{ endedAt: null, byId: actor.employeeId },
      OR: [
        { personId, otherId },
        { personId: otherId, otherId: personId },
      ],
    },
  });
  return known > 0 ? atField("otherNumber", "relation_known") : { personId, otherId };
}

/** Gives what the one holds of the other's sheets to the next in line, sheet by sheet; how many could go. */
async function moveAway(
  tx: Tx,
  context: CommandContext,
  employeeId: string,
  fromId: string,
): Promise<number> {
  let moved = 0;
  for (const appraisalId of await heldOf(tx, employeeId, fromId)) {
    const given = await give(tx, context, {
      ...{ fromId, appraisalIds: [appraisalId], posts: null, unnamed: true },
      decision: { successorNumber: "", way: "continue", reason: "conflict_of_interest", note: "" },
    });
    if (given.ok) moved += 1;
  }
  return moved;
}

/** Who declared it takes back what does not run yet; what runs is ended like it was confirmed, by none of the two. */
export async function endRelation(
  { actor, now }: CommandContext,
  { relationId }: EndRelationInput,
): Promise<Outcome<null>> {
  return inTransaction(async (tx) => {
    const row = await lockDeclared(tx, relationId);
    const mine = row?.byId === actor.employeeId || mayReadAll(actor);
    if (row === null || !mine) return refuse("not_found");
    if (row.endedAt !== null) return refuse("already_done");
    if (!mayEnd(actor, row)) return atField("relationId", "not_yourself");
    const data = { endedAt: now, endedById: actor.employeeId };
    await tx.declaredRelation.update({ where: { id: relationId }, data });
    const about = { actorId: actor.employeeId, at: now };
    await recordEvents(tx, about, [{ kind: "relation.ended", relationId }]);
    return ok(null);
  });
}
