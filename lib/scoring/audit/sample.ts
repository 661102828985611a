import { murmur32 } from "./murmur";
import { byManager, byRank } from "./order";

/** One thing that may be drawn, such as one score of one person; `manager` is null where nobody manages it. */
export type SampleItem = { readonly item: string; readonly manager: string | null };

/** `percent`: whole percent, 0 … 100. `seed`: any text; who records it can redo the draw. */
export type SampleRule = { readonly percent: number; readonly seed: string };

const LOW_BITS = 2 ** 21;
const utf8 = new TextEncoder();

/**
 * Where `item` stands in the draw of `seed`: a whole number from 0 to 2⁵³ − 1, smaller is drawn first. For ever:
 * with m = the UTF-8 bytes of `<length of seed in UTF-16 units>:<seed><item>`, the rank is
 * murmur32(m, 0) · 2²¹ + (murmur32(m, 1) mod 2²¹). The length keeps ("a", "bc") apart from ("ab", "c").
 */
export function sampleRank(seed: string, item: string): number {
  const bytes = utf8.encode(`${seed.length}:${seed}${item}`);
  return murmur32(bytes, 0) * LOW_BITS + (murmur32(bytes, 1) % LOW_BITS);
}

/** How many of `n` are drawn: ⌈n · percent / 100⌉ in whole numbers. RangeError when either is not such a number. */
export function sampleSize(n: number, percent: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is not a number of items`);
  if (!Number.isInteger(percent) || percent < 0 || percent > 100)
    throw new RangeError(`${percent} is not a whole percent`);
  const hundredths = n * percent;
  const over = hundredths % 100;
  return (hundredths - over) / 100 + (over === 0 ? 0 : 1);
}

/**
 * Draws for every manager alone ⌈n · percent / 100⌉ of the n items (2006 manual: sampled by manager), so nobody's
 * sheets escape and the rate is exact. Same items and seed, same draw, in whatever order they come; items without a
 * manager make a group of their own; an item that comes twice counts once. Returns the drawn by manager (null last),
 * each group by rank, equal ranks by the text of the item.
 */
export function drawSample<T extends SampleItem>(
  items: Iterable<T>,
  { percent, seed }: SampleRule,
): T[] {
  const groups = new Map<string | null, Map<string, T>>();
  for (const entry of items) {
    const group = groups.get(entry.manager) ?? new Map<string, T>();
    if (!group.has(entry.item)) group.set(entry.item, entry);
    groups.set(entry.manager, group);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => byManager(a, b))
    .flatMap(([, group]) => {
      const ranked = [...group.values()].map((entry) => ({
        entry,
        item: entry.item,
        rank: sampleRank(seed, entry.item),
      }));
      return ranked
        .sort(byRank)
        .slice(0, sampleSize(group.size, percent))
        .map(({ entry }) => entry);
    });
}
