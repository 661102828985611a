interface TreeRow {
  readonly id: string;
  readonly parentId: string | null;
}

/** Parents before children with the depth of each, in the order given among siblings. */
export function flattenTree<T extends TreeRow>(rows: readonly T[]): (T & { depth: number })[] {
  const walk = (parentId: string | null, depth: number): (T & { depth: number })[] =>
    rows
      .filter((row) => row.parentId === parentId)
      .flatMap((row) => [{ ...row, depth }, ...walk(row.id, depth + 1)]);
  return walk(null, 0);
}
