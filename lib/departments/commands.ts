import "server-only";
import { lockStructure } from "@/lib/access/store";
import { recordEvents } from "@/lib/events/record";
import type { CommandContext } from "@/lib/authz/actor";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { ok, refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { identityKey } from "@/lib/text/identity";
import { mayManagePeople } from "@/lib/people/permissions";
import { changedFields, closesCircle } from "@/lib/people/rules";
import { findPresent } from "@/lib/people/store";
import type { ChangeDepartmentInput, DepartmentFields } from "./schema";
import { readDepartment, readParents } from "./store";
import type { ChangedDepartment, StaleDepartment } from "./types";

type Done = Outcome<ChangedDepartment, { stale: StaleDepartment }>;

interface DepartmentColumns {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly parentId: string | null;
  readonly headId: string | null;
  readonly isDivision: boolean;
}

function atField(field: string, code: string): Refusal {
  return refuse(code === "duplicate" ? "duplicate" : "invalid_input", {
    fields: { [field]: { code } },
  });
}

/** Checks the form against the tree; `id` is null for a new department. */
async function columnsOf(
  tx: Tx,
  input: DepartmentFields,
  id: string | null,
): Promise<DepartmentColumns | Refusal> {
  const { code, name, parentId, isDivision } = input;
  const others = id === null ? {} : { id: { not: id } };
  const codes = await tx.department.findMany({ where: others, select: { code: true } });
  if (codes.some((other) => identityKey(other.code) === identityKey(code)))
    return atField("code", "duplicate");
  const parents = await readParents(tx);
  if (parentId !== null && !parents.has(parentId)) return atField("parentId", "required");
  if (id !== null && closesCircle(id, parentId, parents))
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
    const columns = await columnsOf(tx, fields, departmentId);
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
