/** The value a page was left at stands in its address by its position alone: an address carries no names. */
const parameter = "value";

/** From 1; null where the address names none. */
export function positionIn(query: Readonly<Record<string, string | string[] | undefined>>) {
  const given = query[parameter];
  return typeof given === "string" && /^[1-9]\d?$/.test(given) ? Number(given) : null;
}

export function keyAt(keys: readonly string[], position: number | null): string | null {
  return position === null ? null : (keys[position - 1] ?? null);
}

/** Without a new entry in the history: back leaves the page. */
export function writePosition(position: number): void {
  const address = new URL(window.location.href);
  address.searchParams.set(parameter, String(position));
  window.history.replaceState(null, "", address);
}
