import { isPart } from "./loose";

/** A value without parts, as it stands in a document; undefined where there is none. */
type Scalar = string | number | boolean | null | undefined;

/**
 * One place where two documents differ. In a list whose entries have a `key`, `code`, `point` or `path` of their own the
 * place is named by it and the entry is followed when it moves; elsewhere by index. `before` and `after` are there where
 * a single value changed.
 */
export type DocumentChange = {
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly path: readonly (string | number)[];
  readonly before?: Scalar;
  readonly after?: Scalar;
};

type Path = DocumentChange["path"];
type Entries = ReadonlyMap<string | number, unknown>;

const identities = ["key", "code", "point", "path"] as const;

/** Everything that differs, in the order of the documents; empty when both say the same. Order of fields says nothing. */
export function documentChanges(
  before: unknown,
  after: unknown,
  path: Path = [],
): DocumentChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ kind: "added", path, ...scalar("after", after) }];
  if (after === undefined) return [{ kind: "removed", path, ...scalar("before", before) }];
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, path);
  if (isPart(before) && isPart(after))
    return entryChanges(new Map(Object.entries(before)), new Map(Object.entries(after)), path);
  if (before === after) return [];
  return [{ kind: "changed", path, ...scalar("before", before), ...scalar("after", after) }];
}

function scalar(side: "before" | "after", value: unknown): { before?: Scalar; after?: Scalar } {
  return typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean" ||
    value === null
    ? { [side]: value }
    : {};
}

function listChanges(before: unknown[], after: unknown[], path: Path): DocumentChange[] {
  for (const name of identities) {
    const [old, now] = [entriesBy(name, before), entriesBy(name, after)];
    if (old === null || now === null) continue;
    const moved: DocumentChange[] = isMoved(old, now) ? [{ kind: "moved", path }] : [];
    return [...moved, ...entryChanges(old, now, path)];
  }
  return entryChanges(new Map(before.entries()), new Map(after.entries()), path);
}

/** The list by the entries' own names; null when one has none or two share one. */
function entriesBy(name: (typeof identities)[number], list: readonly unknown[]): Entries | null {
  const entries = new Map<string | number, unknown>();
  for (const entry of list) {
    const own = isPart(entry) ? entry[name] : undefined;
    if (typeof own !== "string" && typeof own !== "number") return null;
    entries.set(own, entry);
  }
  return entries.size === list.length ? entries : null;
}

/** Whether the entries both have stand in another order. */
function isMoved(before: Entries, after: Entries): boolean {
  const stayed = [...before.keys()].filter((name) => after.has(name));
  const now = [...after.keys()].filter((name) => before.has(name));
  return stayed.some((name, index) => name !== now[index]);
}

function entryChanges(before: Entries, after: Entries, path: Path): DocumentChange[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) =>
    documentChanges(before.get(name), after.get(name), [...path, name]),
  );
}
