import { useTranslations } from "next-intl";
import { useReader } from "@/components/dossier/reader";
import { Stat } from "@/components/ui/data/stat";
import { Card } from "@/components/ui/layout/card";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { exemptReasons } from "@/lib/cycle/types";
import { pick } from "@/lib/i18n/pick";
import {
  formatFraction,
  formatScore,
  pointsOf,
  renderValueAverage,
  renderYear,
  type YearResult,
} from "@/lib/scoring";
import type { OwnYear } from "@/lib/year/types";

/** One year of one's own: the average, the proposed score, the trend, and every sum that makes them. */
export function YearCard({ year: { result, names } }: { year: OwnYear }) {
  const text = useTranslations("mine.year");
  const { locale } = useReader();
  const reasonText = (reason: string) => {
    const known = exemptReasons.find((each) => each === reason);
    return known === undefined ? reason : text(`reasons.${known}`);
  };
  return (
    <Card title={text("title", { year: String(result.year) })} note={<Note result={result} />}>
      <div className="grid gap-4">
        <Figures result={result} />
        <section>
          <h3 className="text-sm font-normal text-ink-2">{text("how")}</h3>
          <ul className="grid max-w-prose gap-1 text-sm tabular">
            {renderYear(result, locale, reasonText).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {result.rule.settledBySecondLevelAndHr ? <li>{text("settling")}</li> : null}
          </ul>
        </section>
        <Disclosure summary={text("values")}>
          <ul className="grid max-w-prose gap-1 text-sm tabular">
            {result.values.map(({ key, ...average }) => {
              const name = names[key];
              return (
                <li key={key}>
                  {renderValueAverage(
                    average,
                    name === undefined ? key : pick(name, locale),
                    locale,
                  )}
                </li>
              );
            })}
          </ul>
        </Disclosure>
      </div>
    </Card>
  );
}

function Note({ result }: { result: YearResult }) {
  const text = useTranslations("mine.year");
  if (result.whole) return text("note");
  const count = result.total?.terms.length ?? 0;
  return text(result.provisional ? "provisionalNote" : "partNote", { count });
}

function Figures({ result: { total, trend, proposal } }: { result: YearResult }) {
  const text = useTranslations("mine.year");
  const { locale } = useReader();
  if (total === null || proposal === null) return null;
  const max = text("outOf", { max: formatScore(total.max) });
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-3 sm:flex sm:gap-x-14">
      <Stat label={text("average")} value={formatFraction(pointsOf(total.average))} unit={max} />
      <Stat
        label={text("proposal")}
        value={formatFraction(pointsOf(proposal.score))}
        unit={max}
        note={pick(proposal.band.name, locale)}
      />
      {trend === null ? null : (
        <Stat label={text("trend")} value={text(`directions.${trend.direction}`)} />
      )}
    </div>
  );
}
