import type { Bilingual } from "@/lib/scoring";

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

/** Without a department and all that hangs below it: where it may be moved to. */
export function outside<T extends TreeRow>(
  rows: readonly T[],
  department: TreeRow | null,
): readonly T[] {
  if (department === null) return rows;
  const within = new Set([department.id, ...below(rows, department.id)]);
  return rows.filter(({ id }) => !within.has(id));
}

function below(rows: readonly TreeRow[], of: string): readonly string[] {
  return rows
    .filter(({ parentId }) => parentId === of)
    .flatMap(({ id }) => [id, ...below(rows, id)]);
}

interface Named {
  readonly name: string;
  readonly nameEn: string | null;
}

/** Its name in both languages; a department without an English name has the Chinese one in English too. */
export function departmentNames({ name, nameEn }: Named): Bilingual {
  return { zh: name, en: nameEn ?? name };
}

export function departmentText(department: Named, locale: string): string {
  return departmentNames(department)[locale === "zh" ? "zh" : "en"];
}

interface Choosable extends Named {
  readonly id: string;
  readonly depth: number;
  readonly closed: boolean;
}

/** What a field that asks for a department offers: those that are open, parents before children, each indented. */
export function departmentOptions(
  departments: readonly Choosable[],
  locale: string,
): { readonly value: string; readonly label: string }[] {
  return departments
    .filter(({ closed }) => !closed)
    .map((node) => ({
      value: node.id,
      label: `${"\u3000".repeat(node.depth)}${departmentText(node, locale)}`,
    }));
}

/** Of a row that has the department's two names beside a person's. */
export function unitText(
  {
    department,
    departmentEn,
  }: { readonly department: string; readonly departmentEn: string | null },
  locale: string,
): string {
  return departmentText({ name: department, nameEn: departmentEn }, locale);
}
