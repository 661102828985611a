/** A unit of the company with the people who stand directly in it. `parent` need not be a unit with people. */
export type Unit = { readonly key: string; readonly parent: string | null; readonly n: number };

/** Units that are guided together, in key order; `n` is their people. */
export type Pool = { readonly members: readonly string[]; readonly n: number };

export type Pools = {
  readonly pools: readonly Pool[];
  /** The people of a company too small for any guidance; null otherwise. */
  readonly tooFew: Pool | null;
};

const byKey = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const firstOf = (pool: Pool) => pool.members[0] ?? "";
const bySize = (a: Pool, b: Pool) => a.n - b.n || byKey(firstOf(a), firstOf(b));

function merge(pools: readonly Pool[]): Pool {
  return {
    members: pools.flatMap(({ members }) => members).toSorted(byKey),
    n: pools.reduce((sum, { n }) => sum + n, 0),
  };
}

/** The units from the deepest up, so that every unit comes before its parent. Throws on a circle of parents. */
function upwards(units: ReadonlyMap<string, Unit>): readonly string[] {
  const depths = new Map<string, number>();
  for (const { key } of units.values()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: string | null | undefined = key;
    while (typeof at === "string" && !depths.has(at)) {
      if (onPath.has(at)) throw new RangeError(`unit ${at} is above itself`);
      onPath.add(at);
      path.push(at);
      at = units.get(at)?.parent;
    }
    let depth = typeof at === "string" ? (depths.get(at) ?? 0) : 0;
    for (const step of path.toReversed()) depths.set(step, ++depth);
  }
  return [...depths.keys()].toSorted(
    (a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0) || byKey(a, b),
  );
}

/** What one unit hands to the one above: pools that stand, and at most one that is still too small. */
type Branch = { readonly standing: readonly Pool[]; readonly small: Pool | null };

function settle(own: readonly Pool[], branches: readonly Branch[], minGroup: number): Branch {
  const small = merge([
    ...own.filter(({ n }) => n < minGroup),
    ...branches.flatMap((branch) => branch.small ?? []),
  ]);
  const standing = [
    ...own.filter(({ n }) => n >= minGroup),
    ...branches.flatMap((branch) => branch.standing),
  ];
  if (small.n === 0) return { standing, small: null };
  if (small.n >= minGroup) return { standing: [...standing, small], small: null };
  const [host, ...others] = standing.toSorted(bySize);
  if (host === undefined) return { standing, small };
  return { standing: [...others, merge([host, small])], small: null };
}

function index(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  const known = new Map(units.map((unit) => [unit.key, unit]));
  if (known.size !== units.length) throw new RangeError("a unit is given twice");
  for (const { key, n } of units)
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} people in unit ${key}`);
  return known;
}

/**
 * Pools units with fewer than `minGroup` people (the sources name no method; ours). Going up from the deepest units,
 * under each parent the small ones (with the parent's own people, where few) are put together. Still too few: they
 * join the smallest pool under that parent (of equals the first by key); where there is none they go up one level.
 * A whole company too small has no pool. Everybody with a unit lands in exactly one pool or in `tooFew`; the order of
 * `units` does not matter. Throws RangeError for a repeated unit, a circle of parents, or `n` that is no count.
 */
export function poolUnits(units: readonly Unit[], minGroup: number): Pools {
  const known = index(units);
  const waiting = new Map<string | null, Branch[]>();
  const handUp = (parent: string | null, branch: Branch) => {
    const there = waiting.get(parent);
    if (there === undefined) waiting.set(parent, [branch]);
    else there.push(branch);
  };
  for (const key of upwards(known)) {
    const unit = known.get(key);
    const own = unit === undefined || unit.n === 0 ? [] : [{ members: [key], n: unit.n }];
    const branches = waiting.get(key) ?? [];
    handUp(unit?.parent ?? null, settle(own, branches, minGroup));
  }
  const { standing, small } = settle([], waiting.get(null) ?? [], minGroup);
  return {
    pools: standing.toSorted((a, b) => byKey(firstOf(a), firstOf(b))),
    tooFew: small,
  };
}
