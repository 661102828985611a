import "server-only";
import { standsAs } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import { read, type Reading } from "@/lib/db/read";
import { readGoneManagers } from "@/lib/people/store";
import { mayHandOver, seesWholeBoard } from "./permissions";
import { readAbsent, readFallen, readHeld, readHolder } from "./store";
import type { HandOverBoard, HolderPage, OwnHolders, PersonPost } from "./types";

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

/** Whom the person appraised is shown; who approves would tell that a 5 waits. */
const ownPosts = ["manager", "second_level", "hr_partner"] satisfies PersonPost[];

/** Of one's own sheet; nothing of another's. */
async function readOwnHolders(
  tx: Reading,
  reader: Actor,
  appraisalId: string,
): Promise<OwnHolders> {
  const own = Prisma.sql`a.id = ${appraisalId}::uuid AND ${standsAs(reader, "self")}`;
  const holders = await tx.$queryRaw<OwnHolders["holders"]>`
    SELECT held.post, e.name, (SELECT max(h.at) FROM hand_over h
      WHERE h.appraisal_id = a.id AND h.post::text = held.post AND h.to_id = held.id) AS since
    FROM appraisal a
      CROSS JOIN unnest(${ownPosts}::text[], ARRAY[a.manager_id, a.second_level_id, a.hr_partner_id]) WITH ORDINALITY AS held (post, id, place)
      JOIN employee e ON e.id = held.id
    WHERE ${own} ORDER BY held.place`;
  const changes = await tx.$queryRaw<OwnHolders["changes"]>`
    SELECT h.id::text AS id, h.post::text AS post, f.name AS from, t.name AS to, h.at
    FROM hand_over h JOIN appraisal a ON a.id = h.appraisal_id
      LEFT JOIN employee f ON f.id = h.from_id LEFT JOIN employee t ON t.id = h.to_id
    WHERE ${own} AND h.post::text = ANY(${ownPosts}::text[]) ORDER BY h.version DESC, h.post LIMIT 50`;
  return { holders, changes };
}
