type Part = ReadonlyMap<string, unknown>;

const DEEPEST = 6;
const within = /^(meta|cause|driverAdapterError)$/;

/** An error of Prisma and what it was caused by; Postgres's own hides at different depths for typed and for raw queries. */
function partsOf(error: unknown, depth = 0): readonly Part[] {
  if (typeof error !== "object" || error === null || depth > DEEPEST) return [];
  const part = new Map<string, unknown>(Object.entries(error));
  // An error's own are not enumerated.
  if ("cause" in error) part.set("cause", error.cause);
  if ("message" in error) part.set("message", error.message);
  const inner = [...part].filter(([name]) => within.test(name)).map(([, value]) => value);
  const beside: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [part, ...[...inner, ...beside].flatMap((value) => partsOf(value, depth + 1))];
}

function codesOf(part: Part): readonly string[] {
  const codes = [...part].filter(([name]) => /code$/i.test(name)).map(([, value]) => value);
  return codes.filter((code) => typeof code === "string");
}

/** Whether an error, or what it was caused by, bears one of these codes. */
export function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  return partsOf(error).some((part) => codesOf(part).some((code) => codes.has(code)));
}

/**
 * Postgres: class 08, shut down or not yet up, too many connections. The network's. Prisma: not reached, timed out, closed,
 * no connection of the pool or no transaction in time.
 */
const awayCode =
  /^(08[0-9A-Z]{3}|57P0[1235]|53300|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|P10(01|02|08|17)|P20(24|28|37))$/;
const awayKind =
  /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TransactionAlreadyClosed)$/;
/** The driver gives these no code. */
const awayMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired$|Client (has encountered a connection error|was closed) and is not queryable)/;

/** Whether it says that the database cannot be asked now, rather than that it was asked something wrong. */
export function isAway(error: unknown): boolean {
  return partsOf(error).some((part) => {
    const [kind, message] = [part.get("kind"), part.get("message")];
    return (
      codesOf(part).some((code) => awayCode.test(code)) ||
      (typeof kind === "string" && awayKind.test(kind)) ||
      (typeof message === "string" && awayMessage.test(message))
    );
  });
}
