import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { isAfter, type AppraisalState } from "@/lib/appraisal/stages";
import { readSigners } from "@/lib/appraisal/store";
import type { Rules } from "@/lib/scoring";
import { resultOf, writtenIn } from "@/lib/sheet/rules";
import { sides, type Sheet, type SheetPair, type Side } from "@/lib/sheet/types";
import { keptSheetSchema } from "./schema";
import { lostCases, shownRounds, untouchedKeys } from "./rules";
import type { EarlierSheet, EarlierSheets, ValueRounds } from "./types";

export const handedInSelect = {
  side: true,
  number: true,
  submittedAt: true,
  submittedById: true,
  sheet: true,
  fate: { select: { fate: true } },
} satisfies Prisma.SubmissionSelect;

type HandedIn = Prisma.SubmissionGetPayload<{ select: typeof handedInSelect }>;

/**
 * What each side handed in before what stands there now, of everything that was handed in. The caller decides which side its
 * reader may see.
 */
export function earlierOf(all: readonly HandedIn[], state: AppraisalState): EarlierSheets {
  // Behind the stage where it is written, the last one handed in is what stands there now.
  const of = (side: Side) =>
    readable(all, side).slice(0, isAfter(state, writtenIn[side]) ? -1 : undefined);
  const [self, manager] = [of(sides[0]), of(sides[1])];
  return { self, manager };
}

/** What one side handed in and others could read, the oldest first. */
function readable(all: readonly HandedIn[], side: Side): readonly EarlierSheet[] {
  return all
    .filter((row) => row.side === side && row.fate?.fate !== "taken_back")
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ number, submittedAt: at, submittedById: byId, sheet }) => {
      const kept = keptSheetSchema.safeParse(sheet);
      return kept.success ? [{ number, at, byId, ...kept.data }] : [];
    });
}

/** By side and number, what each sheet no longer held as the one before it did. The caller decides which side its reader may see. */
export async function readLostCases(
  tx: Reading,
  appraisalId: string,
  { values }: Pick<Rules["framework"], "values">,
): Promise<Readonly<Record<Side, ReturnType<typeof lostCases>>>> {
  const rows = await tx.submission.findMany({ where: { appraisalId }, select: handedInSelect });
  const of = (side: Side) => lostCases(side, readable(rows, side), values);
  return { self: of("self"), manager: of("manager") };
}

/**
 * How a self-review that came back differs from the one before, by value key, for the manager who reads it again;
 * nothing of values where all is as it was.
 */
export async function readSelfRounds(
  tx: Reading,
  { appraisalId, state }: { readonly appraisalId: string; readonly state: AppraisalState },
  sheets: SheetPair,
  { framework, policy }: Rules,
): Promise<Readonly<Record<string, ValueRounds>>> {
  const appraisal = await tx.appraisal.findUniqueOrThrow({
    where: { id: appraisalId },
    select: {
      returns: { where: { toState: writtenIn.self, takenBackAt: null }, orderBy: { at: "asc" } },
      submissions: { where: { side: "self" }, select: handedInSelect },
    },
  });
  const earlier = earlierOf(appraisal.submissions, state);
  if (earlier.self.length === 0) return {};
  const notes = appraisal.returns;
  const { nameOf, doneFor } = await readSigners(
    tx,
    appraisalId,
    notes.map(({ byId }) => byId),
  );
  const signed = (byId: string, at: Date) => ({ by: nameOf(byId), byFor: doneFor(byId, at) });
  const rounds = { earlier, notes, values: framework.values, signed };
  const { values } = resultOf(framework, policy, sheets, "self");
  return Object.fromEntries(
    values.flatMap(({ key, score }) => {
      const shown = shownRounds({ key, scores: { self: score, manager: null } }, sheets, rounds);
      return shown.changes.length + shown.former.length === 0 ? [] : [[key, shown]];
    }),
  );
}

/** Of a sheet about to be handed in: the values that came back and have nothing different about them. */
export async function readUntouched(
  tx: Tx,
  appraisal: { readonly appraisalId: string; readonly state: AppraisalState },
  sheet: Sheet,
): Promise<readonly string[]> {
  const { appraisalId, state: toState } = appraisal;
  const notes = await tx.returnNote.findMany({ where: { appraisalId, toState, resolvedAt: null } });
  if (notes.length === 0) return [];
  const rows = await tx.submission.findMany({ where: { appraisalId }, select: handedInSelect });
  const earlier = earlierOf(rows, appraisal.state);
  return untouchedKeys({ sheet, earlier: earlier[sheet.side], notes });
}
