/** The only reader of the wall clock; tests replace `now`. */
export const clock = {
  now: (): Date => new Date(),
};

/** A slip of the keyboard is no date of anybody's work; the database refuses what lies beyond, too. */
export const dateBounds = { from: "1950-01-01", to: "2200-12-31" } as const;
