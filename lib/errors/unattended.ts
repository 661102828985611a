import "server-only";
import { log } from "./log";

const minute = 60_000;

/** Work nobody asks for: one failure is written down, and the next minute tries again. `what`: for the log, "the draw". */
export function everyMinute(what: string, work: () => Promise<unknown>): void {
  const attempt = () => {
    work().catch((err: unknown) => log.error({ err }, `${what} failed`));
  };
  setInterval(attempt, minute).unref();
}

/** The items in their order; one that fails is written down and keeps none after it from its turn. */
export async function eachAlone<Item, Answer>(
  what: string,
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const item of items)
    try {
      answers.push(await work(item));
    } catch (err) {
      log.error({ err }, `${what} failed for one`);
    }
  return answers;
}
