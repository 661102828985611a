import { hasCode } from "./error-codes";

/** A connection keeps every statement it has prepared: at most so many, some tens of kilobytes each. */
const MOST = 300;
/** Longer ones are lists that Prisma has written out, whose texts hardly ever come again. */
const MOST_PARAMETERS = 24;

const names = new Map<string, string>();
let generation = 1;

/**
 * Under what name a connection keeps this statement, so that it is parsed and planned once and not at every request; ""
 * for one it is not to keep.
 */
export function statementName({
  sql,
  args,
}: {
  readonly sql: string;
  readonly args: readonly unknown[];
}): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (args.length > MOST_PARAMETERS || names.size >= MOST) return "";
  const name = `tongguan_${generation}_${names.size}`;
  names.set(sql, name);
  return name;
}

/** A column has changed its type since the statement was prepared, e.g. by the upgrade of another instance. */
const outdated = new Set(["0A000"]);

/** Runs `work` once more, with statements prepared anew, where those of before no longer fit the tables. */
export async function withFittingStatements<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!hasCode(error, outdated)) throw error;
    names.clear();
    generation += 1;
    return work();
  }
}
