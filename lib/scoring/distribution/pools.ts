/** A unit of the company with the people who stand directly in it. `parent` need not be a unit with people. */
export type Unit = { readonly key: string; readonly parent: string | null; readonly n: number };

/** Units that are guided together, in key order; `n` is their people. */
export type Pool = { readonly members: readonly string[]; readonly n: number };

export type Pools = {
  readonly pools: readonly Pool[];
  /** The people of a company too small for any guidance; null otherwise. */
  readonly tooFew: Pool | null;
};

/** A unit among all others in the order of keys. */
type Member = { readonly key: string; readonly rank: number };

/** A pool while it grows; `first` is the least rank in it. */
type Gathering = {
  readonly members: readonly Member[];
  readonly n: number;
  readonly first: number;
};

/** What one unit hands to the one above: pools large enough, and at most one that is still too small. */
type Branch = { readonly large: Gathering[]; readonly small: readonly Gathering[] };

/** A unit, or a parent that is none, on the way up: how many units below it are not done, and what they handed up. */
type Place = Unit & Member & { waits: number; readonly branches: Branch[] };

const least = (figures: readonly number[]) => figures.reduce((a, b) => Math.min(a, b), Infinity);

function merge(parts: readonly Gathering[]): Gathering {
  return {
    members: parts.flatMap(({ members }) => members),
    n: parts.reduce((sum, { n }) => sum + n, 0),
    first: least(parts.map(({ first }) => first)),
  };
}

function smallestOf(large: readonly Gathering[]): Gathering | undefined {
  const n = least(large.map((pool) => pool.n));
  const first = least(large.filter((pool) => pool.n === n).map((pool) => pool.first));
  return large.find((pool) => pool.first === first);
}

function finish({ members, n }: Gathering): Pool {
  return { members: members.toSorted((a, b) => a.rank - b.rank).map(({ key }) => key), n };
}

/** In the longest of the lists, so that a deep tree costs no copies. */
function joinLarge(branches: readonly Branch[]): Gathering[] {
  const lists = branches.map(({ large }) => large).toSorted((a, b) => b.length - a.length);
  const [all = [], ...others] = lists;
  for (const list of others) for (const pool of list) all.push(pool);
  return all;
}

function settle(branches: readonly Branch[], minGroup: number): Branch {
  const large = joinLarge(branches);
  const few = branches.flatMap((branch) => branch.small);
  if (few.length === 0) return { large, small: [] };
  const joined = merge(few);
  if (joined.n >= minGroup) {
    large.push(joined);
    return { large, small: [] };
  }
  const host = smallestOf(large);
  if (host === undefined) return { large, small: [joined] };
  large[large.indexOf(host)] = merge([host, joined]);
  return { large, small: [] };
}

/** A unit's own people; nothing for a unit without any. */
function ownBranch({ key, rank, n }: Place, minGroup: number): Branch[] {
  if (n === 0) return [];
  const own = [{ members: [{ key, rank }], n, first: rank }];
  return [n >= minGroup ? { large: own, small: [] } : { large: [], small: own }];
}

/** All units and the parents that are none, as units without people. */
function placesOf(units: readonly Unit[]): readonly Place[] {
  const known = new Set(units.map(({ key }) => key));
  if (known.size !== units.length) throw new RangeError("a unit is given twice");
  for (const { key, n } of units)
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} people in unit ${key}`);
  const parents = new Set(units.map(({ parent }) => parent).filter((parent) => parent !== null));
  const bare = [...parents].filter((parent) => !known.has(parent));
  return [...units, ...bare.map((key) => ({ key, parent: null, n: 0 }))]
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, parent, n }, rank) => ({ key, parent, n, rank, waits: 0, branches: [] }));
}

/** What the units without a parent hand up, every unit settled before its parent. Throws on a circle of parents. */
function climb(places: readonly Place[], minGroup: number): readonly Branch[] {
  const known = new Map<string | null, Place>(places.map((place) => [place.key, place]));
  const above = places
    .map(({ parent }) => known.get(parent))
    .filter((place) => place !== undefined);
  for (const place of above) place.waits++;
  const top: Branch[] = [];
  const ready = places.filter(({ waits }) => waits === 0);
  for (const place of ready) {
    const branch = settle([...ownBranch(place, minGroup), ...place.branches], minGroup);
    const parent = known.get(place.parent);
    if (parent === undefined) {
      top.push(branch);
      continue;
    }
    parent.branches.push(branch);
    parent.waits--;
    if (parent.waits === 0) ready.push(parent);
  }
  const stuck = places.find(({ waits }) => waits > 0);
  if (stuck !== undefined) throw new RangeError(`unit ${stuck.key} is above itself`);
  return top;
}

/**
 * Pools units with fewer than `minGroup` people (the sources name no method; ours). Going up from the deepest units,
 * under each parent the small ones (with the parent's own people, where few) are put together. Still too few: they
 * join the smallest pool under that parent (of equals the first by key); where there is none they go up one level.
 * A whole company too small has no pool. Everybody with a unit lands in exactly one pool or in `tooFew`; the order of
 * `units` does not matter. Throws RangeError for a repeated unit, a circle of parents, or `n` that is no count.
 */
export function poolUnits(units: readonly Unit[], minGroup: number): Pools {
  const { large, small } = settle(climb(placesOf(units), minGroup), minGroup);
  const [tooFew = null] = small.map(finish);
  return { pools: large.toSorted((a, b) => a.first - b.first).map(finish), tooFew };
}
