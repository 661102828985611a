export interface ErrorDescription {
  readonly type: string;
  readonly code?: string;
  /** Lines of the stack that name places in the code. */
  readonly at: readonly string[];
  readonly cause?: ErrorDescription;
}

const codeNames = ["code", "originalCode", "kind"];

/**
 * What may be logged of an error: its kind, its code, where it came from. Messages of Prisma and PostgreSQL quote the values of a
 * query, which here are judgements about people; the stack repeats the message, over as many lines as it has.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (typeof error !== "object" || error === null) return { type: typeof error, at: [] };
  const own = new Map<string, unknown>(Object.entries(error));
  const code = codeNames.map((name) => own.get(name)).find((value) => isCode(value));
  const cause = "cause" in error ? error.cause : undefined;
  return {
    type: isCode(error.constructor.name) ? error.constructor.name : "Object",
    ...(isCode(code) ? { code } : {}),
    at: placesOf(error),
    ...(typeof cause === "object" && cause !== null && depth < 3
      ? { cause: describeError(cause, depth + 1) }
      : {}),
  };
}

function isCode(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z0-9_$]{1,60}$/.test(value);
}

function placesOf(error: object): string[] {
  if (!("stack" in error) || typeof error.stack !== "string") return [];
  const message = "message" in error && typeof error.message === "string" ? error.message : "";
  // The message goes first: one of its own lines might look like a place.
  return error.stack
    .replace(message, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^at [^\s].*:\d+:\d+\)?$/.test(line))
    .slice(0, 20);
}
