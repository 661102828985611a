import { byText } from "./order";
import { sampleSize } from "./sample";
import { fromHex, hmac256, sha256, toHex } from "./sha256";

/** `percent`: whole percent, 0 … 100. `seed`: 32 bytes in hexadecimal, secret until everything has been drawn. */
export type SealedRule = { readonly percent: number; readonly seed: string };

const utf8 = new TextEncoder();

/** What of a seed is shown while it is sealed: the SHA-256 of its bytes, in hexadecimal. */
export function seedHash(seed: string): string {
  return toHex(sha256(fromHex(seed)));
}

/**
 * Where `item` stands in the draw of a sealed seed: HMAC-SHA256 with the seed's bytes as key over the UTF-8 bytes of the
 * item, in hexadecimal; smaller is drawn first. For ever. Unlike `sampleRank` it can be foretold by nobody without the
 * seed, however many earlier draws they saw.
 */
export function sealedRank(seed: string, item: string): string {
  return toHex(hmac256(fromHex(seed), utf8.encode(item)));
}

/** The order in which a population is written down: by UTF-16 unit, each item once. */
export function canonical(items: Iterable<string>): string[] {
  return [...new Set(items)].sort(byText);
}

/**
 * Draws ⌈n · percent / 100⌉ of the n items, those of the smallest rank, in the order of their ranks. It depends on seed
 * and population alone, in whatever order the items come.
 */
export function drawSealed(items: Iterable<string>, { percent, seed }: SealedRule): string[] {
  const population = canonical(items);
  return population
    .map((item) => ({ item, rank: sealedRank(seed, item) }))
    .sort((a, b) => byText(a.rank, b.rank))
    .slice(0, sampleSize(population.length, percent))
    .map(({ item }) => item);
}

/** Whether the seed draws exactly these items from this population. */
export function isRedrawn(
  {
    population,
    drawn,
  }: { readonly population: Iterable<string>; readonly drawn: Iterable<string> },
  rule: SealedRule,
): boolean {
  const again = canonical(drawSealed(population, rule));
  const given = canonical(drawn);
  return again.length === given.length && again.every((item, i) => item === given[i]);
}
