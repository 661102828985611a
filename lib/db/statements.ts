import { createHash } from "node:crypto";
import { hasCode } from "./error-codes";

/**
 * A connection keeps every statement it has prepared, some tens of kilobytes each, until it is closed: at most so many,
 * the first that come. A name taken from one statement and given to another would free nothing on the connection.
 */
const MOST = 300;
/** Longer ones are lists that Prisma has written out, whose texts hardly ever come again. */
const MOST_PARAMETERS = 24;
/** Of statements that differ only in how long their lists are: they must not use up the places of all others. */
const MOST_OF_A_KIND = 4;

interface Prepared {
  readonly names: Map<string, string>;
  readonly kinds: Map<string, number>;
  generation: number;
}

declare global {
  // The build holds this module several times; the pool, whose connections know the names, is one.
  var tongguanStatements: Prepared | undefined;
}

const prepared: Prepared = (globalThis.tongguanStatements ??= {
  names: new Map<string, string>(),
  kinds: new Map<string, number>(),
  generation: 1,
});

const kindOf = (sql: string) =>
  sql.replaceAll(/\$\d+/g, "$").replaceAll(/\(\$(?:,\s*\$)*\)(?:,\s*\(\$(?:,\s*\$)*\))*/g, "(…)");

/**
 * Under what name a connection keeps this statement, so that it is parsed and planned once and not at every request; ""
 * for one it is not to keep. Made of the text: behind a pooler no other instance can mean another statement by it.
 */
export function statementName({
  sql,
  args,
}: {
  readonly sql: string;
  readonly args: readonly unknown[];
}): string {
  const { names, kinds, generation } = prepared;
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (args.length > MOST_PARAMETERS || names.size >= MOST) return "";
  const kind = kindOf(sql);
  const alike = kinds.get(kind) ?? 0;
  if (alike >= MOST_OF_A_KIND) return "";
  kinds.set(kind, alike + 1);
  const name = `tongguan_${generation}_${createHash("sha256").update(sql).digest("base64url").slice(0, 22)}`;
  names.set(sql, name);
  return name;
}

/**
 * A column has changed its type since the statement was prepared, e.g. by the upgrade of another instance; or a pooler has
 * given the connection to somebody else in between, so that the name is unknown there or taken.
 */
const outdated = new Set(["0A000", "26000", "42P05"]);

/** Runs `work` once more, with statements prepared anew, where those of before no longer fit the tables. */
export async function withFittingStatements<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!hasCode(error, outdated)) throw error;
    prepared.names.clear();
    prepared.kinds.clear();
    prepared.generation += 1;
    return work();
  }
}
