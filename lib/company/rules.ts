/** The commonest first; the field offers all the system knows. */
const usualTimeZones = [
  "Asia/Shanghai",
  "Asia/Hong_Kong",
  "Asia/Taipei",
  "Asia/Singapore",
  "Asia/Tokyo",
  "UTC",
] as const;

export function timeZones(): string[] {
  return [...new Set<string>([...usualTimeZones, ...Intl.supportedValuesOf("timeZone")])];
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
