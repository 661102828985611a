import "server-only";
import { z } from "zod";
import { stages } from "@/lib/appraisal/stages";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import { departmentNames } from "@/lib/departments/rules";
import { mayChangeParticipation } from "./permissions";
import { isUnwritten } from "./rules";
import { readChanges, readUnfinished } from "./store";
import type { CycleChangeRow, OwnUnfinished } from "./types";

const windowsKept = z
  .array(z.object({ stage: z.enum(stages), opensAt: z.coerce.date(), closesAt: z.coerce.date() }))
  .nullable();

type Found = Awaited<ReturnType<typeof readChanges>>[number];

function toRow({ employee, department, windows, by, ...row }: Found): CycleChangeRow {
  return {
    ...row,
    person: employee,
    department: department && departmentNames(department),
    windows: windowsKept.parse(windows) ?? [],
    by: by.name,
  };
}

/** What was changed by hand in one cycle, or about one person; null for whoever may not know. */
export async function listChanges(
  actor: Actor,
  about: { readonly cycleId: string } | { readonly employeeId: string },
): Promise<CycleChangeRow[] | null> {
  if (!mayChangeParticipation(actor)) return null;
  return read(actor, async (tx) => (await readChanges(tx, about)).map(toRow));
}

/** What was changed about one person, and what they have unfinished of their own; null for whoever may not know. */
export async function readParticipation(
  actor: Actor,
  employeeId: string,
): Promise<{ changes: CycleChangeRow[]; unfinished: OwnUnfinished } | null> {
  const changes = await listChanges(actor, { employeeId });
  if (changes === null) return null;
  const sheets = await read(actor, (tx) => readUnfinished(tx, employeeId));
  const unwritten = sheets.filter(({ state }) => isUnwritten(state)).length;
  return { changes, unfinished: { unwritten, handedIn: sheets.length - unwritten } };
}
