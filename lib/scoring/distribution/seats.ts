import type { DistributionRule } from "../documents/policy";

/**
 * One share's seats among `n` people. n × percent = 100 × `whole` + `rest`: `whole` seats at once, and `extra` says
 * whether one of the seats left over came on top.
 */
export type Seats = {
  readonly key: string;
  readonly percent: number;
  readonly whole: number;
  /** Hundredths of a seat, 0 to 99. */
  readonly rest: number;
  readonly extra: boolean;
  readonly seats: number;
};

/** The most people one call takes; keeps n × percent exact. */
const MAX_PEOPLE = 10_000_000;

/**
 * Seats per share by the largest remainder method, which no source fixes (ours): everyone first gets the whole seats
 * of the exact share, then the seats left over go one by one to the largest remainders; of equal remainders the
 * larger share comes first, since it moves least by one seat, then the one listed earlier. Seats add up to `n` and
 * each lies less than one from its exact share. Throws RangeError when `n` is no count of people or the percents do
 * not make 100.
 */
export function seatsOf(n: number, shares: DistributionRule["shares"]): readonly Seats[] {
  if (!Number.isInteger(n) || n < 0 || n > MAX_PEOPLE) throw new RangeError(`${n} people`);
  const percents = shares.map(({ percent }) => percent);
  if (percents.some((percent) => !Number.isInteger(percent) || percent < 0))
    throw new RangeError("a share is a whole percent");
  if (percents.reduce((sum, percent) => sum + percent, 0) !== 100)
    throw new RangeError("the shares make 100 percent");
  const exact = shares.map(({ key, percent }, index) => {
    const rest = (n * percent) % 100;
    return { key, percent, index, whole: (n * percent - rest) / 100, rest };
  });
  const left = n - exact.reduce((sum, { whole }) => sum + whole, 0);
  // A stable sort: what is equal in both stays in the order of the list.
  const first = exact.toSorted((a, b) => b.rest - a.rest || b.percent - a.percent).slice(0, left);
  const lucky = new Set(first.map(({ index }) => index));
  return exact.map(({ key, percent, index, whole, rest }) => {
    const extra = lucky.has(index);
    return { key, percent, whole, rest, extra, seats: extra ? whole + 1 : whole };
  });
}
