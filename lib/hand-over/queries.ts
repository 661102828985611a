import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import { readGoneManagers } from "@/lib/people/store";
import { mayHandOver, seesWholeBoard } from "./permissions";
import { readAbsent, readFallen, readHeld, readHolder, readOwnHolders } from "./store";
import type { HandOverBoard, HolderPage, OwnHolders } from "./types";

/** Null for whoever answers for nobody's sheets. */
export async function readHandOverBoard(actor: Actor): Promise<HandOverBoard | null> {
  if (!mayHandOver(actor)) return null;
  return read(actor, async (tx) => ({
    absent: await readAbsent(tx, actor),
    whole: seesWholeBoard(actor),
    fallen: await readFallen(tx, actor),
    goneManagers: seesWholeBoard(actor) ? await readGoneManagers(tx) : [],
  }));
}

/** Who is responsible for one's own sheet, and what changed in it; nothing of another's. */
export const readMyHolders = (actor: Actor, appraisalId: string): Promise<OwnHolders> =>
  read(actor, (tx) => readOwnHolders(tx, actor, appraisalId));

/** One person and the sheets under way they hold; nothing of what stands in them. */
export async function readHolderPage(actor: Actor, employeeId: string): Promise<HolderPage | null> {
  if (!mayHandOver(actor)) return null;
  return read(actor, async (tx) => {
    const person = await readHolder(tx, employeeId);
    if (person === null) return null;
    const sheets = await readHeld(tx, actor, employeeId);
    // A partner learns of nobody who holds nothing in their departments.
    if (sheets.length === 0 && !seesWholeBoard(actor)) return null;
    return { person: { ...person, sheets: sheets.length }, sheets, whole: seesWholeBoard(actor) };
  });
}
