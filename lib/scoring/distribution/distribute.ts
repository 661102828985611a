import type { DistributionRule, PolicyDocument } from "../documents/policy";
import { poolUnits, type Pool, type Unit } from "./pools";
import { seatsOf, type Seats } from "./seats";

/** A unit with its own `n` people and how many of them stand in each share so far; an absent share has nobody. */
export type DistributionGroup = Unit & { readonly counts: Readonly<Record<string, number>> };

type ShareResult = Seats & {
  readonly count: number;
  /** `count` − `seats`: above 0 too many, below 0 still free. */
  readonly difference: number;
  readonly fit: "over" | "fits" | "under";
};

/**
 * One pool's guidance. `open` people stand in no share yet. A share that is over warns or blocks as the policy says;
 * one that is under does not by itself, since people may still be open.
 */
export type PoolResult = Pool & {
  readonly pooled: boolean;
  readonly open: number;
  readonly shares: readonly ShareResult[];
  readonly verdict: "fits" | DistributionRule["enforce"];
};

export type Distribution = {
  readonly rule: DistributionRule;
  readonly pools: readonly PoolResult[];
  /** People without guidance, the whole company being smaller than the smallest group; null otherwise. */
  readonly tooFew: Pool | null;
};

const placeOf = (unit: string, share: string) => JSON.stringify([unit, share]);

function countsOf({ key, n, counts }: DistributionGroup, known: ReadonlySet<string>) {
  const entries = Object.entries(counts);
  for (const [share, count] of entries) {
    if (!known.has(share)) throw new RangeError(`unit ${key} counts an unknown share ${share}`);
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} people in ${share}`);
  }
  if (entries.reduce((sum, [, count]) => sum + count, 0) > n)
    throw new RangeError(`unit ${key} counts more people than it has`);
  return entries.map(([share, count]) => [placeOf(key, share), count] as const);
}

function fitOf(difference: number): ShareResult["fit"] {
  if (difference > 0) return "over";
  return difference === 0 ? "fits" : "under";
}

function guide(pool: Pool, counts: ReadonlyMap<string, number>, rule: DistributionRule) {
  const shares = seatsOf(pool.n, rule.shares).map((share): ShareResult => {
    const count = pool.members.reduce(
      (sum, member) => sum + (counts.get(placeOf(member, share.key)) ?? 0),
      0,
    );
    const difference = count - share.seats;
    return { ...share, count, difference, fit: fitOf(difference) };
  });
  const over = shares.some(({ fit }) => fit === "over");
  return {
    ...pool,
    pooled: pool.members.length > 1,
    open: pool.n - shares.reduce((sum, { count }) => sum + count, 0),
    shares,
    verdict: over ? rule.enforce : "fits",
  } as const;
}

/**
 * Distribution guidance such as 20/70/10 (domain §5: "the 20/70/10 distribution (271) shown per division as guidance,
 * enforceable by setting"): seats per share and pool beside the people who stand there. Takes counts per unit, not
 * people, so a company of 100,000 is a few thousand rows. The methods are those of `poolUnits` and `seatsOf`. Throws
 * RangeError as they do, and for counts of an unknown share or beyond the people of the unit.
 */
export function distribute(
  groups: readonly DistributionGroup[],
  rule: DistributionRule,
): Distribution {
  const known = new Set(rule.shares.map(({ key }) => key));
  const counts = new Map(groups.flatMap((group) => countsOf(group, known)));
  const { pools, tooFew } = poolUnits(groups, rule.minGroup);
  return { rule, pools: pools.map((pool) => guide(pool, counts, rule)), tooFew };
}

/**
 * Which share a band belongs to, by place (ours; no source ties bands to shares): the best band is the first share,
 * the lowest the last, and those between fill the shares between from the top, the last of these taking all that
 * remain. Classic under 20/70/10: 优秀 → 20, 良好 and 合格 → 70, 不合格 → 10. Throws RangeError for an unknown band.
 */
export function shareOfBand(
  { bands }: Pick<PolicyDocument, "bands">,
  { shares }: Pick<DistributionRule, "shares">,
  band: string,
): string {
  const index = bands.findIndex(({ key }) => key === band);
  if (index < 0) throw new RangeError(`no band ${band}`);
  const last = shares.length - 1;
  const between = Math.min(index, Math.max(last - 1, 0));
  const place = index > 0 && index === bands.length - 1 ? last : between;
  const share = shares[place];
  if (share === undefined) throw new RangeError("a distribution has shares");
  return share.key;
}
