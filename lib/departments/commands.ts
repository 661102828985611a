import "server-only";
import { departmentFault, lockStructure } from "@/lib/access/store";
import { recordEvents } from "@/lib/events/record";
import type { CommandContext } from "@/lib/authz/actor";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { atField, ok, refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { mayManagePeople } from "@/lib/people/permissions";
import { changedFields } from "@/lib/people/rules";
import { findPresent } from "@/lib/people/store";
import type { ChangeDepartmentInput, DepartmentFields, DepartmentTarget } from "./schema";
import { isCodeTaken, readDepartment, readUse, standsUnder } from "./store";
import type { ChangedDepartment, ClosingRefused, StaleDepartment } from "./types";

type Done = Outcome<ChangedDepartment, { stale: StaleDepartment }>;

interface DepartmentColumns {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly parentId: string | null;
  readonly headId: string | null;
  readonly isDivision: boolean;
}

/** A department on record, and under which it stands. */
interface Recorded {
  readonly id: string;
  readonly parentId: string | null;
}

async function closesCircle(tx: Tx, before: Recorded, parentId: string): Promise<boolean> {
  return parentId !== before.parentId && (await standsUnder(tx, parentId, before.id));
}

/** Checks the form against the tree; `before` is null for a new department. */
async function columnsOf(
  tx: Tx,
  input: DepartmentFields,
  before: Recorded | null,
): Promise<DepartmentColumns | Refusal> {
  const { code, name, parentId, isDivision } = input;
  if (await isCodeTaken(tx, code, before?.id ?? null))
    return refuse("duplicate", { fields: { code: { code: "duplicate" } } });
  const fault = parentId === null ? null : await departmentFault(tx, parentId);
  if (fault !== null) return atField("parentId", fault);
  if (before !== null && parentId !== null && (await closesCircle(tx, before, parentId)))
    return atField("parentId", "department_circle");
  const headId = input.headNumber === "" ? null : await findPresent(tx, input.headNumber);
  if (headId === undefined) return atField("headNumber", "unknown_person");
  return {
    code,
    name,
    nameEn: input.nameEn === "" ? null : input.nameEn,
    parentId,
    headId,
    isDivision,
  };
}

export async function createDepartment(
  context: CommandContext,
  input: DepartmentFields,
): Promise<Outcome<ChangedDepartment>> {
  const { actor, now } = context;
  if (!mayManagePeople(actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    const columns = await columnsOf(tx, input, null);
    if ("ok" in columns) return columns;
    const { id, version } = await tx.department.create({
      data: columns,
      select: { id: true, version: true },
    });
    await recordEvents(tx, { actorId: actor.employeeId, at: now }, [
      { kind: "department.created", departmentId: id },
    ]);
    return ok({ departmentId: id, version });
  });
}

/** Renames, moves, and gives another head or division flag. */
export async function changeDepartment(
  context: CommandContext,
  input: ChangeDepartmentInput,
): Promise<Done> {
  const { actor, now } = context;
  if (!mayManagePeople(actor)) return refuse("not_found");
  const { departmentId, version, ...fields } = input;
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    const found = await readDepartment(tx, departmentId);
    if (found === null) return refuse("not_found");
    const { before, current } = found;
    if (before.version !== version)
      return refuse("stale", { data: { version: before.version, current } });
    if (found.closed) return refuse("department_closed");
    const { parentId } = before;
    const columns = await columnsOf(tx, fields, { id: departmentId, parentId });
    if ("ok" in columns) return columns;
    const changed = changedFields<object>(before, columns);
    if (changed.length === 0) return ok({ departmentId, version });
    const next = version + 1;
    await tx.department.update({
      where: { id: departmentId },
      data: { ...columns, version: next },
    });
    const event = { kind: "department.changed", departmentId, fields: changed } as const;
    await recordEvents(tx, { actorId: actor.employeeId, at: now }, [event]);
    return ok({ departmentId, version: next });
  });
}

type Closing = Outcome<ChangedDepartment, ClosingRefused>;

/** It stays for what refers to it, and is offered nowhere. Nobody may stand in it, nor anything that is under way. */
export function closeDepartment(
  context: CommandContext,
  target: DepartmentTarget,
): Promise<Closing> {
  return setClosed(context, target, async (tx) => {
    const use = await readUse(tx, target.departmentId);
    const used = Object.values(use).some((count) => count > 0);
    return used ? refuse("department_in_use", { data: use }) : context.now;
  });
}

export function reopenDepartment(
  context: CommandContext,
  target: DepartmentTarget,
): Promise<Closing> {
  return setClosed(context, target, async (tx, parentId) =>
    parentId === null || (await departmentFault(tx, parentId)) === null
      ? null
      : refuse("department_closed"),
  );
}

type Refused = Extract<Closing, { ok: false }>;

/** `decide` answers when it is closed from, `null` for open, or what stands in the way. */
async function setClosed(
  { actor, now }: CommandContext,
  { departmentId, version }: DepartmentTarget,
  decide: (tx: Tx, parentId: string | null) => Promise<Date | null | Refused>,
): Promise<Closing> {
  if (!mayManagePeople(actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    const found = await readDepartment(tx, departmentId);
    if (found === null) return refuse("not_found");
    const { before, current, closed } = found;
    if (before.version !== version)
      return refuse("stale", { data: { version: before.version, current } });
    const closedAt = await decide(tx, before.parentId);
    if (closedAt !== null && "ok" in closedAt) return closedAt;
    if (closed === (closedAt !== null)) return refuse("already_done");
    const next = version + 1;
    await tx.department.update({ where: { id: departmentId }, data: { closedAt, version: next } });
    await recordEvents(tx, { actorId: actor.employeeId, at: now }, [
      { kind: "department.changed", departmentId, fields: ["closedAt"] },
    ]);
    return ok({ departmentId, version: next });
  });
}
