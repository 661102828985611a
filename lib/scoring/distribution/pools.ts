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

/** A pool while it grows: `first` is the least of its keys. Grown in place, so that a deep tree costs no copies. */
type Gathering = { keys: string[]; n: number; first: string };

function absorb(host: Gathering, guest: Gathering): Gathering {
  const [into, from] = host.keys.length < guest.keys.length ? [guest, host] : [host, guest];
  for (const key of from.keys) into.keys.push(key);
  host.keys = into.keys;
  host.n += guest.n;
  host.first = byKey(guest.first, host.first) < 0 ? guest.first : host.first;
  return host;
}

function smallestOf(standing: readonly Gathering[]): Gathering | undefined {
  return standing.reduce<Gathering | undefined>((least, next) => {
    if (least === undefined) return next;
    return next.n < least.n || (next.n === least.n && byKey(next.first, least.first) < 0)
      ? next
      : least;
  }, undefined);
}

function finish({ keys, n }: Gathering): Pool {
  return { members: keys.toSorted(byKey), n };
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
type Branch = { standing: Gathering[]; small: Gathering | null };

function joinStanding(branches: readonly Branch[]): Gathering[] {
  const lists = branches.map(({ standing }) => standing).toSorted((a, b) => b.length - a.length);
  const [all = [], ...others] = lists;
  for (const list of others) for (const pool of list) all.push(pool);
  return all;
}

function settle(branches: readonly Branch[], minGroup: number): Branch {
  const standing = joinStanding(branches);
  const small = branches
    .flatMap((branch) => branch.small ?? [])
    .reduce<Gathering | null>((sum, next) => (sum === null ? next : absorb(sum, next)), null);
  if (small === null) return { standing, small };
  if (small.n >= minGroup) {
    standing.push(small);
    return { standing, small: null };
  }
  const host = smallestOf(standing);
  if (host === undefined) return { standing, small };
  absorb(host, small);
  return { standing, small: null };
}

/** A unit's own people; nothing for a unit without any. */
function ownBranch({ key, n }: Unit, minGroup: number): Branch[] {
  if (n === 0) return [];
  const own = { keys: [key], n, first: key };
  return [n >= minGroup ? { standing: [own], small: null } : { standing: [], small: own }];
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
    const own = unit === undefined ? [] : ownBranch(unit, minGroup);
    const below = waiting.get(key) ?? [];
    handUp(unit?.parent ?? null, settle([...own, ...below], minGroup));
  }
  const { standing, small } = settle(waiting.get(null) ?? [], minGroup);
  return {
    pools: standing.toSorted((a, b) => byKey(a.first, b.first)).map(finish),
    tooFew: small === null ? null : finish(small),
  };
}
