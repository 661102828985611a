/** Whether an error of Prisma bears one of these codes; Postgres's own hides at different depths for typed and for raw queries. */
export function hasCode(error: unknown, codes: ReadonlySet<string>, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false;
  return Object.entries({ ...error, cause: "cause" in error ? error.cause : undefined }).some(
    ([name, value]) =>
      (/code$/i.test(name) && typeof value === "string" && codes.has(value)) ||
      (/^(meta|cause|driverAdapterError)$/.test(name) && hasCode(value, codes, depth + 1)),
  );
}
