import { shownRounds } from "@/lib/rounds/rules";
import type { EarlierSheet, ValueRounds } from "@/lib/rounds/types";
import type { Rules, SheetResult } from "@/lib/scoring";
import type { SheetPair } from "@/lib/sheet/types";

interface Written {
  readonly rules: Pick<Rules, "framework">;
  readonly result: SheetResult;
  readonly sheets: SheetPair;
  readonly before: readonly EarlierSheet[];
}

/** Why it came back stands in its own notes, without who else had a part in it. */
const noNotes = { notes: [], signed: () => ({ by: "", byFor: null }) };

/** What the employee changed of one value since it was handed in before, as judges will see it; undefined where nothing is. */
export function ownRounds(
  { rules, result, sheets, before }: Written,
  key: string,
): ValueRounds | undefined {
  if (before.length === 0) return undefined;
  const self = result.values.find((value) => value.key === key)?.score ?? null;
  const rounds = shownRounds({ key, scores: { self, manager: null } }, sheets, {
    ...noNotes,
    earlier: { self: before, manager: [] },
    values: rules.framework.values,
  });
  return rounds.changes.length + rounds.former.length === 0 ? undefined : rounds;
}
