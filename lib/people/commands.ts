import "server-only";
import { isLastAdmin } from "@/lib/access/rules";
import {
  departmentFault,
  lockStructure,
  readAdminIds,
  revokeInvitations,
} from "@/lib/access/store";
import type { RecordedEvent } from "@/lib/events/event";
import { recordEvents } from "@/lib/events/record";
import { makeInvitation } from "@/lib/access/commands";
import { closeAccount, lockPerson } from "@/lib/auth/sessions";
import type { CommandContext } from "@/lib/authz/actor";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import {
  atField,
  ok,
  refuse,
  type FieldCode,
  type Outcome,
  type Refusal,
} from "@/lib/errors/outcome";
import { identityKey } from "@/lib/text/identity";
import { mayManagePeople } from "./permissions";
import { changedFields } from "./rules";
import type { ChangePersonInput, PersonFields, PersonTarget } from "./schema";
import {
  findByZeros,
  findPresent,
  liesAhead,
  readForChange,
  reportsTo,
  type PersonForChange,
} from "./store";
import type {
  ChangedPerson,
  PersonLink,
  PersonStatus,
  ReturnedPerson,
  StalePerson,
  Taken,
} from "./types";

type ChangeAnswer = Outcome<ChangedPerson, Taken & { stale: StalePerson }>;
type Done = Outcome<ChangedPerson, { stale: StalePerson }>;

type Line = Pick<PersonColumns, "managerId" | "departmentId">;

/** Somebody before and after what is about to take effect. */
interface PersonChange {
  readonly before: Line & { readonly status: PersonStatus };
  readonly after: Line & { readonly status: PersonStatus };
}

/** Asked before a change is written, in its transaction, by who knows what hangs on it; throws where it may not be. */
export type Consent = (tx: Tx, change: PersonChange) => Promise<void>;

const withoutAsking: Consent = () => Promise.resolve();

/** What hangs on one person may be a great deal. */
const patience = 60_000;

/** The columns a person's form decides; `null` where the form may stay empty. */
interface PersonColumns {
  readonly number: string;
  readonly name: string;
  readonly email: string | null;
  readonly jobTitle: string | null;
  readonly departmentId: string;
  readonly managerId: string | null;
  readonly hireDate: Date;
  readonly status: PersonFields["status"];
}

const link = { id: true, number: true, name: true } as const;

/** The fault at the field with the person it is about. */
function known(field: string, code: FieldCode, person: PersonLink) {
  const { name, number } = person;
  return refuse("duplicate", {
    fields: { [field]: { code, data: { name, number } } },
    data: { person },
  });
}

/** Whether somebody else has this number or address, in whatever spelling. */
async function takenBy(
  tx: Tx,
  { number, email, otherThan }: PersonFields,
  employeeId: string | null,
): Promise<Refusal<Taken> | null> {
  const others = employeeId === null ? {} : { id: { not: employeeId } };
  const numberKey = identityKey(number);
  const namesake = await tx.employee.findFirst({
    where: { numberKey, ...others },
    select: { ...link, status: true },
  });
  if (namesake !== null) {
    const { status, ...person } = namesake;
    return known("number", status === "left" ? "number_of_leaver" : "number_taken", person);
  }
  const neighbour =
    email === ""
      ? null
      : await tx.employee.findFirst({ where: { email, ...others }, select: link });
  if (neighbour !== null) return known("email", "email_taken", neighbour);
  const kept =
    employeeId !== null && (await tx.employee.count({ where: { id: employeeId, numberKey } })) > 0;
  const similar = kept ? null : await findByZeros(tx, number, employeeId);
  if (similar === null || similar.id === otherThan) return null;
  return known("number", "zeros_differ", similar);
}

function subjectOf(context: CommandContext, employeeId: string) {
  return { actorId: context.actor.employeeId, employeeId, at: context.now };
}

/** Somebody on record. */
interface Recorded {
  readonly employeeId: string;
  readonly managerId: string | null;
  readonly hireDate: Date;
}

/** Somebody may be entered before they come, but a slip in the year would keep them out of every quarter until then. */
async function isUnaskedAhead(
  tx: Tx,
  now: Date,
  { hireDate, hireAhead }: PersonFields,
  before: Recorded | null,
): Promise<boolean> {
  if (hireDate === hireAhead || before?.hireDate.toISOString().startsWith(hireDate)) return false;
  return liesAhead(tx, hireDate, now);
}

async function closesCircle(tx: Tx, before: Recorded, managerId: string): Promise<boolean> {
  return managerId !== before.managerId && (await reportsTo(tx, managerId, before.employeeId));
}

/** Checks the form against the calendar and the other people; `before` is null for somebody new. */
async function columnsOf(
  tx: Tx,
  now: Date,
  input: PersonFields,
  before: Recorded | null,
): Promise<PersonColumns | Refusal<Taken>> {
  const taken = await takenBy(tx, input, before?.employeeId ?? null);
  if (taken !== null) return taken;
  if (await isUnaskedAhead(tx, now, input, before))
    return refuse("invalid_input", {
      fields: { hireDate: { code: "hire_date_ahead", data: { day: input.hireDate } } },
    });
  const { number, email, departmentId } = input;
  const fault = await departmentFault(tx, departmentId);
  if (fault !== null) return atField("departmentId", fault);
  const managerId = input.managerNumber === "" ? null : await findPresent(tx, input.managerNumber);
  if (managerId === undefined) return atField("managerNumber", "unknown_person");
  if (before !== null && managerId !== null && (await closesCircle(tx, before, managerId)))
    return atField("managerNumber", "reporting_circle");
  return {
    number,
    name: input.name,
    email: email === "" ? null : email,
    jobTitle: input.jobTitle === "" ? null : input.jobTitle,
    departmentId,
    managerId,
    hireDate: new Date(`${input.hireDate}T00:00:00Z`),
    status: input.status,
  };
}

export async function createPerson(
  context: CommandContext,
  input: PersonFields,
): Promise<Outcome<ChangedPerson, Taken>> {
  if (!mayManagePeople(context.actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    const columns = await columnsOf(tx, context.now, input, null);
    if ("ok" in columns) return columns;
    const { id, version } = await tx.employee.create({
      data: columns,
      select: { id: true, version: true },
    });
    await recordEvents(tx, subjectOf(context, id), [{ kind: "person.created" }]);
    return ok({ employeeId: id, version });
  });
}

export async function changePerson(
  context: CommandContext,
  input: ChangePersonInput,
  consent = withoutAsking,
): Promise<ChangeAnswer> {
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    return changePersonIn(tx, context, input, consent);
  }, patience);
}

/** The same in a transaction that holds the structure; a refusal is for the caller to roll back. */
export async function changePersonIn(
  tx: Tx,
  context: CommandContext,
  input: ChangePersonInput,
  consent: Consent,
): Promise<ChangeAnswer> {
  if (!mayManagePeople(context.actor)) return refuse("not_found");
  const { employeeId, version, ...fields } = input;
  const found = await readForChange(tx, employeeId);
  if (found === null) return refuse("not_found");
  const { before } = found;
  if (before.version !== version) return stale(found);
  if (before.status === "left") return refuse("person_left");
  const columns = await columnsOf(tx, context.now, fields, { employeeId, ...before });
  if ("ok" in columns) return columns;
  const changed = changedFields<object>(before, columns);
  if (changed.length === 0) return ok({ employeeId, version });
  await consent(tx, { before, after: columns });
  const next = version + 1;
  await tx.employee.update({ where: { id: employeeId }, data: { ...columns, version: next } });
  await recordEvents(tx, subjectOf(context, employeeId), [
    { kind: "person.changed", fields: changed },
  ]);
  return ok({ employeeId, version: next });
}

function stale({ before, fields }: PersonForChange): Refusal<{ stale: StalePerson }> {
  return refuse("stale", { data: { version: before.version, current: fields } });
}

/** Account off at once: sessions, password, open links and roles end in the same transaction as the status. */
export async function deactivatePerson(
  context: CommandContext,
  input: PersonTarget,
  consent = withoutAsking,
): Promise<Done> {
  if (!mayManagePeople(context.actor)) return refuse("not_found");
  const { employeeId } = input;
  const { now } = context;
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    await lockPerson(tx, employeeId);
    const found = await readForChange(tx, employeeId);
    if (found === null) return refuse("not_found");
    if (found.before.status === "left") return refuse("already_done");
    if (found.before.version !== input.version) return stale(found);
    if (isLastAdmin(employeeId, await readAdminIds(tx))) return refuse("last_admin");
    const { before } = found;
    await consent(tx, { before, after: { ...before, status: "left" } });
    const version = input.version + 1;
    await tx.employee.update({
      where: { id: employeeId },
      data: { status: "left", version, rolesVersion: { increment: 1 } },
    });
    await closeAccount(tx, employeeId, now);
    await revokeInvitations(tx, employeeId, now);
    const revoked = await tx.roleGrant.updateManyAndReturn({
      where: { employeeId, revokedAt: null },
      data: { revokedAt: now },
      select: { id: true },
    });
    const events = revoked.map(({ id }): RecordedEvent => ({ kind: "role.revoked", grantId: id }));
    await recordEvents(tx, subjectOf(context, employeeId), [
      { kind: "person.deactivated" },
      ...events,
    ]);
    return ok({ employeeId, version });
  }, patience);
}

/** Somebody comes back: without roles and without the password they had, which went with them before this was so, too. */
export async function reactivatePerson(
  context: CommandContext,
  input: PersonTarget,
): Promise<Outcome<ReturnedPerson, { stale: StalePerson }>> {
  if (!mayManagePeople(context.actor)) return refuse("not_found");
  const { employeeId } = input;
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    await lockPerson(tx, employeeId);
    const found = await readForChange(tx, employeeId);
    if (found === null) return refuse("not_found");
    if (found.before.status !== "left") return refuse("already_done");
    if (found.before.version !== input.version) return stale(found);
    if ((await departmentFault(tx, found.before.departmentId)) !== null)
      return refuse("department_closed");
    const version = input.version + 1;
    await tx.employee.update({ where: { id: employeeId }, data: { status: "active", version } });
    await recordEvents(tx, subjectOf(context, employeeId), [
      { kind: "person.changed", fields: ["status"] },
    ]);
    await closeAccount(tx, employeeId, context.now);
    const invitation = await makeInvitation(tx, context, employeeId);
    return ok({ employeeId, version, ...invitation });
  });
}
