/** What is known of a request while it is answered. */
interface Answering {
  databaseAway: boolean;
}

declare global {
  // The build holds modules several times; what they note is one. Set where requests arrive.
  var tongguanAnswering: { getStore: () => Answering | undefined } | undefined;
}

const mark = "database_away";

/**
 * The database cannot be asked now, and the same may be tried again. Next hands the `digest` of an error on to the page
 * that says so, and nothing else of it.
 */
export class DatabaseAway extends Error {
  readonly digest = `${mark}:${crypto.randomUUID().slice(0, 8)}`;

  constructor(cause: unknown) {
    super("The database is away.", { cause });
    const answering = globalThis.tongguanAnswering?.getStore();
    if (answering !== undefined) answering.databaseAway = true;
  }
}

export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  return error instanceof DatabaseAway || ("cause" in error && isDatabaseAway(error.cause));
}

/** Of an error as the browser has it. */
export function saysDatabaseAway(digest: string | undefined): boolean {
  return digest?.startsWith(`${mark}:`) === true;
}
