import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { pick } from "@/lib/i18n/pick";
import { formatScore, type PolicyDocument } from "@/lib/scoring";
import { AssumedNotes } from "./rule";

/** The bands as a staircase over the totals from 0 to the maximum, the best on top. */
export function BandSteps({ policy }: { policy: PolicyDocument }) {
  const text = useTranslations("ruleset.policy.bands");
  const { locale } = useReader();
  const max = policy.bandsMaxTotal;
  return (
    <ol aria-label={text("caption", { max: formatScore(max) })} className="grid">
      {policy.bands.map(({ key, name, from, rating, eachAtLeast, ...band }, index) => {
        const above = policy.bands[index - 1];
        const to = band.to ?? (above === undefined ? max : above.from - 1);
        return (
          <li
            key={key}
            className="grid items-center gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0 md:grid-cols-[12rem_1fr]"
          >
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-semibold">{pick(name, locale)}</span>
              <span className="text-sm whitespace-nowrap text-ink-2 tabular">
                {text("range", { from: formatScore(from), to: formatScore(to) })}
                {rating === undefined ? null : ` · ${text("rating", { rating })}`}
              </span>
              {eachAtLeast === undefined ? null : (
                <span className="w-full text-sm text-ink-2 tabular">
                  {text("floor", { score: formatScore(eachAtLeast) })}
                </span>
              )}
            </p>
            <span aria-hidden className="relative h-3 rounded-sm bg-track/50">
              <span
                className="absolute inset-y-0 rounded-sm bg-jade"
                style={{
                  insetInlineStart: `${(100 * from) / (max + 1)}%`,
                  inlineSize: `${(100 * Math.max(to + 1 - from, 1)) / (max + 1)}%`,
                }}
              />
            </span>
            <div className="md:col-span-2">
              <AssumedNotes policy={policy} at={[`/bands/${index}`]} reach="below" />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
