/** The only reader of the wall clock; tests replace `now`. */
export const clock = {
  now: (): Date => new Date(),
};
