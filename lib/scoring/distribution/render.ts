import type { DistributionRule } from "../documents/policy";
import { formatHundredths, type FigureLocale } from "../ratio";
import type { Distribution, PoolResult } from "./distribute";
import { distributionVoices } from "./voices";

/** The rounding rule and the pooling rule in words, once for all pools. */
export function renderDistributionRule(rule: DistributionRule, locale: FigureLocale): string[] {
  const shares = rule.shares.map(({ percent }) => percent).join(" / ");
  return [...distributionVoices[locale].rule(shares, rule.minGroup)];
}

/**
 * One pool as sentences: whose it is, each share's arithmetic, the seats left over, the seats, who stands where, the
 * verdict. `unitName` turns a unit's key into its name.
 */
export function renderPool(
  pool: PoolResult,
  rule: DistributionRule,
  locale: FigureLocale,
  unitName: (key: string) => string,
): string[] {
  const voice = distributionVoices[locale];
  const names = new Map(rule.shares.map(({ key, name }) => [key, name[locale]]));
  const shares = pool.shares.map((share) => ({
    ...share,
    name: names.get(share.key) ?? share.key,
  }));
  const extra = shares.filter((share) => share.extra).map(({ name }) => name);
  const steps = shares.map(({ name, percent, whole, rest }) =>
    voice.step(name, pool.n, percent, formatHundredths(whole * 100 + rest), whole),
  );
  return [
    voice.pool(voice.units(pool.members.map(unitName)), pool.members.length, pool.n),
    voice.steps(steps),
    ...(extra.length === 0 ? [] : [voice.left(extra.length, extra)]),
    voice.seats(shares.map(({ name, seats }) => voice.seat(name, seats))),
    voice.now(
      shares.map(({ name, count, difference }) => voice.here(name, count, difference)),
      pool.open,
    ),
    voice.verdict[pool.verdict],
  ];
}

/** The whole distribution: the rules, then every pool, or that the company is too small for any guidance. */
export function renderDistribution(
  { rule, pools, tooFew }: Distribution,
  locale: FigureLocale,
  unitName: (key: string) => string,
): string[] {
  const none = tooFew === null ? [] : [distributionVoices[locale].tooFew(tooFew.n, rule.minGroup)];
  return [
    ...renderDistributionRule(rule, locale),
    ...pools.flatMap((pool) => renderPool(pool, rule, locale, unitName)),
    ...none,
  ];
}
