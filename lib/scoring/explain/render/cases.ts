import type { CaseKind, CaseRef } from "../../ladder/types";
import type { Explanation } from "../types";

/** The longest list of case titles a sentence can carry and still be read. */
const TITLES_SHOWN = 3;

/** The cases of some rungs, in an order of their own: how they were handed in must not change a sentence. */
export function casesAt(
  { cases }: Explanation,
  rungs: readonly number[],
  kind?: CaseKind,
): readonly CaseRef[] {
  return cases
    .filter((entry) => rungs.includes(entry.rung) && (kind === undefined || entry.kind === kind))
    .sort((a, b) => a.rung - b.rung || (a.id < b.id ? -1 : 1));
}

const rightToLeft =
  /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/**
 * A title may quote somebody itself: quotes inside quotes are single ones. One that reads from right to left is set
 * apart (FSI … PDI), or it would take the quotes and the figures beside it along.
 */
function quoted(title: string): string {
  const inner = title.replaceAll("“", "‘").replaceAll("”", "’");
  return rightToLeft.test(inner) ? `“\u2068${inner}\u2069”` : `“${inner}”`;
}

/** The first few titles in quotes, and how many cases with a title there are in all. */
export function titles(cases: readonly CaseRef[]) {
  const named = cases.map(({ title }) => title.trim()).filter((title) => title !== "");
  return { shown: named.slice(0, TITLES_SHOWN).map(quoted), total: named.length };
}
