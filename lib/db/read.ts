import "server-only";
import { namingAbsence } from "./away";
import { database } from "./client";
import { withFittingStatements } from "./statements";
import type { Prisma } from "./generated/client";
import type { Tx } from "./transaction";

/** All a row-level context would need to know of an actor. */
interface Reader {
  readonly employeeId: string;
}

type Model = Uncapitalize<Prisma.ModelName>;
type Asks<Delegate> = Pick<
  Delegate,
  Extract<keyof Delegate, `find${string}` | "count" | "aggregate" | "groupBy">
>;

/** What a query is given: it can ask, never write. A transaction is one, too. A check keeps writing SQL out of `$queryRaw`. */
export type Reading = Pick<Tx, "$queryRaw"> & { readonly [M in Model]: Asks<Tx[M]> };

/**
 * The one door for queries on behalf of a person, and the place where a row-level context would be set. Each statement of
 * `work` takes its own connection of the pool and sees what is recorded by then: there is no common snapshot. Statements
 * run one after another, so that one page does not hold several connections and its stores can also be asked in a
 * transaction, which has but one.
 */
export function read<T>(_reader: Reader, work: (tx: Reading) => Promise<T>): Promise<T> {
  return namingAbsence(() => withFittingStatements(() => work(database())));
}

/** One value of a statement, made elsewhere, with its type. */
export interface SqlValue<T> {
  readonly sql: Prisma.Sql;
  /** Never there; it remembers the type. */
  readonly holds?: T;
}

/** Why there is nobody to read for. */
export type HouseReason =
  | "session"
  | "sign_in"
  | "sign_in_limit"
  | "invitation"
  | "beneficiary_link"
  | "first_run"
  | "time_zone";

/**
 * Single statements before or without a person: nothing of anybody's appraisal may be reached this way but which rooms
 * whoever is asking has work in, which is found along with them. Who calls it, and for which reason, is listed in `tests/architecture/law/habits.ts`.
 */
export function asHouse<T>(_reason: HouseReason, work: (tx: Tx) => Promise<T>): Promise<T> {
  return namingAbsence(() => withFittingStatements(() => work(database())));
}

/** The items in their order, each after the one before: one caller holds one connection, in a transaction as outside. */
export async function inTurn<Item, Answer>(
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const item of items) answers.push(await work(item));
  return answers;
}
