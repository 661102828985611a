/** Orders of a draw. Texts compare by UTF-16 unit, whatever the locale; what is compared is never the same twice. */

export type Ranked = { readonly item: string; readonly rank: number };

export function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** By text, those without a manager last. */
export function byManager(a: string | null, b: string | null): number {
  if (a === null) return 1;
  return b === null ? -1 : byText(a, b);
}

/** By rank, equal ranks by the text of the item. */
export function byRank(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || byText(a.item, b.item);
}
