import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Stat } from "@/components/ui/data/stat";
import { Card } from "@/components/ui/layout/card";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { exemptReasons } from "@/lib/participation/types";
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

interface YearCardProps {
  year: OwnYear;
  /** Shows the sums at once; of older years they are a click away. */
  open: boolean;
}

/** One year of one's own: the average, the proposed score, the trend, and every sum that makes them. */
export function YearCard({ year: { result, names }, open }: YearCardProps) {
  const text = useTranslations("mine.year");
  return (
    <Card title={text("title", { year: String(result.year) })} note={<Note result={result} />}>
      <div className="grid gap-x-14 gap-y-3 md:grid-cols-[auto_1fr]">
        <Figures result={result} />
        <div className="grid content-start">
          <Disclosure summary={text("how")} open={open}>
            <Reasons result={result} />
          </Disclosure>
          <Disclosure summary={text("values")}>
            <ValueAverages values={result.values} names={names} />
          </Disclosure>
        </div>
      </div>
    </Card>
  );
}

const lines = "grid max-w-prose gap-1 pb-2 text-sm tabular";

function Reasons({ result }: { result: YearResult }) {
  const text = useTranslations("mine.year");
  const { locale } = useReader();
  const reasonText = (reason: string) => {
    const known = exemptReasons.find((each) => each === reason);
    return known === undefined ? reason : text(`reasons.${known}`);
  };
  return (
    <ul className={lines}>
      {renderYear(result, locale, reasonText).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {result.rule.settledBySecondLevelAndHr ? <li>{text("settling")}</li> : null}
    </ul>
  );
}

function ValueAverages({ values, names }: Pick<YearResult, "values"> & Pick<OwnYear, "names">) {
  const { locale } = useReader();
  return (
    <ul className={lines}>
      {values.map(({ key, ...average }) => {
        const name = names[key];
        const shown = name === undefined ? key : pick(name, locale);
        return <li key={key}>{renderValueAverage(average, shown, locale)}</li>;
      })}
    </ul>
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
  if (total === null) return null;
  const max = text("outOf", { max: formatScore(total.max) });
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,7.5rem),1fr))] content-start gap-x-6 gap-y-3 sm:flex sm:gap-x-12">
      <Stat label={text("average")} value={formatFraction(pointsOf(total.average))} unit={max} />
      <Stat
        label={text("proposal")}
        value={formatFraction(pointsOf(proposal.score))}
        unit={max}
        note={pick(proposal.band.name, locale)}
      />
      {trend === null ? null : (
        <div className="max-sm:col-span-2">
          <Stat
            label={text("trend")}
            value={<span className="text-lg">{text(`directions.${trend.direction}`)}</span>}
          />
        </div>
      )}
    </div>
  );
}
