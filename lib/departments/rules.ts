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

/** The English name where there is one and the reader reads English. */
export function departmentText(
  department: { name: string; nameEn: string | null },
  locale: string,
): string {
  return locale === "zh" ? department.name : (department.nameEn ?? department.name);
}
