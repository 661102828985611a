import "server-only";
import { lockStructure } from "@/lib/access/store";
import type { CommandContext } from "@/lib/authz/actor";
import { readTimeZone } from "@/lib/company/store";
import { concernsOneself } from "@/lib/authz/not-yourself";
import { Prisma } from "@/lib/db/generated/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { atField, ok, refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { recordEvents } from "@/lib/events/record";
import { addDays, dayIn, instantAt } from "@/lib/i18n/zone";
import { mayDelegateFor } from "./permissions";
import { deputyFault } from "./rules";
import type { EndDelegationInput, NameDeputyInput } from "./schema";
import {
  isAwayWithin,
  isDeputyWithin,
  overlaps,
  readAbsent,
  readDeputies,
  holdsAllOf,
  holdsSheetOf,
} from "./store";
import { longestDays, type NamedDeputy } from "./types";

/** Names who stands in for somebody while they are away. Goes one after another, for delegations are judged as a whole. */
export async function nameDeputy(
  context: CommandContext,
  input: NameDeputyInput,
): Promise<Outcome<NamedDeputy>> {
  const { actor, now } = context;
  if (!mayDelegateFor(actor, input.forId)) return refuse("not_found");
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    const period = await periodOf(tx, input, now);
    if ("ok" in period) return period;
    const fault = (await faultOf(tx, input, period)) ?? (await ownFault(tx, context, input));
    if (fault !== null) return fault;
    const { forId, deputyId, rooms, departmentIds, employeeIds } = input;
    const delegationId = crypto.randomUUID();
    const given = { forId, deputyId, departmentIds, employeeIds, rooms: [...new Set(rooms)] };
    await tx.delegation.create({
      data: { id: delegationId, ...given, ...period, byId: actor.employeeId, at: now },
    });
    const about = { actorId: actor.employeeId, at: now, employeeId: forId };
    await recordEvents(tx, about, [{ kind: "delegation.named", delegationId }]);
    return ok({ delegationId });
  });
}

interface Period {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The last day is in it, by the company's calendar; today begins now. */
async function periodOf(
  tx: Tx,
  { from, until }: NameDeputyInput,
  now: Date,
): Promise<Period | Refusal> {
  const timeZone = await readTimeZone(tx);
  const today = dayIn(now, timeZone);
  if (from < today) return atField("from", "day_past");
  if (until < from) return atField("until", "ends_before_it_starts");
  if (until > addDays(from, longestDays - 1)) return atField("until", "delegation_too_long");
  const startsAt = from === today ? now : instantAt(from, "00:00", timeZone);
  return { startsAt, endsAt: instantAt(addDays(until, 1), "00:00", timeZone) };
}

async function faultOf(tx: Tx, input: NameDeputyInput, period: Period): Promise<Refusal | null> {
  const { forId, deputyId, rooms, employeeIds, departmentIds } = input;
  const absent = await readAbsent(tx, forId);
  if (absent === null) return refuse("not_found");
  if (absent.status === "left") return refuse("person_left");
  if (deputyId === "") return atField("deputyId", "required");
  const [deputy] = await readDeputies(tx, Prisma.sql`e.id = ${deputyId}::uuid`);
  if (deputy === undefined) return atField("deputyId", "unknown_person");
  const pair = { absent, deputy, absentManagerId: absent.managerId };
  const fault = deputyFault(pair, rooms, employeeIds);
  if (fault !== null) return atField("deputyId", fault);
  if (rooms.includes("hr") && !absent.isPartner) return atField("rooms", "room_not_held");
  if (await isDeputyWithin(tx, forId, period)) return atField("from", "deputy_of_a_deputy");
  if (await isAwayWithin(tx, deputyId, period)) return atField("deputyId", "deputy_has_deputy");
  if (await overlaps(tx, forId, rooms, period)) return atField("from", "delegation_overlaps");
  return (await holdsAllOf(tx, forId, employeeIds, departmentIds))
    ? null
    : atField("employeeIds", "scope_not_held");
}

/** Who names a deputy for somebody else names neither themselves nor whoever would then judge them; the same of a declared relation. */
async function ownFault(
  tx: Tx,
  { actor }: CommandContext,
  { forId, deputyId, employeeIds, departmentIds }: NameDeputyInput,
): Promise<Refusal | null> {
  if (forId === actor.employeeId) return null;
  const byName = employeeIds.length > 0 && departmentIds.length === 0;
  const own = [actor.employeeId, ...(actor.relatedIds ?? [])];
  const about =
    concernsOneself(actor, [deputyId, ...employeeIds]) ||
    (!byName && (await holdsSheetOf(tx, forId, own)));
  return about ? atField("deputyId", "not_yourself") : null;
}

/** Ends it at once. What the deputy has under way is refused from then on. */
export async function endDelegation(
  { actor, now }: CommandContext,
  { delegationId }: EndDelegationInput,
): Promise<Outcome<null>> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM delegation WHERE id = ${delegationId}::uuid FOR UPDATE`;
    const row = await tx.delegation.findUnique({ where: { id: delegationId } });
    if (row === null || !mayDelegateFor(actor, row.forId)) return refuse("not_found");
    if (row.endedAt !== null || row.endsAt <= now) return refuse("already_done");
    await tx.delegation.update({
      where: { id: delegationId },
      data: { endedAt: now, endedById: actor.employeeId },
    });
    const about = { actorId: actor.employeeId, at: now, employeeId: row.forId };
    await recordEvents(tx, about, [{ kind: "delegation.ended", delegationId }]);
    return ok(null);
  });
}
