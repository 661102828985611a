/** What a field may hold, without zod, so that the browser can say it before anything is sent. */

/** A slip of the keyboard is no date of anybody's work; the database refuses what lies beyond, too. */
export const dateBounds = { from: "1950-01-01", to: "2200-12-31" } as const;

/** The longest address mail can be sent to (RFC 5321). */
export const emailLimit = 254;

export const passwordLimits = { least: 10, most: 200 } as const;
