import "server-only";
import { database } from "./client";
import { withFittingStatements } from "./statements";
import type { Tx } from "./transaction";

/** All a row-level context would need to know of an actor. */
interface Reader {
  readonly employeeId: string;
}

/**
 * The one door for queries on behalf of a person, and the place where a row-level context would be set. The statements of
 * `work` run one after another, never side by side: one connection answers one at a time.
 */
export function read<T>(_reader: Reader, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withFittingStatements(() => work(database()));
}

/** Why there is nobody to read for. */
export type HouseReason =
  "session" | "sign_in" | "sign_in_limit" | "invitation" | "first_run" | "time_zone";

/** Single statements before or without a person: nothing of anybody's appraisal may be reached this way. */
export function asHouse<T>(_reason: HouseReason, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withFittingStatements(() => work(database()));
}

/** One connection answers one statement at a time: the items in their order, each after the one before. */
export async function inTurn<Item, Answer>(
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const item of items) answers.push(await work(item));
  return answers;
}
