import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Arithmetic } from "@/components/dossier/sums/arithmetic";
import { Card } from "@/components/ui/layout/card";
import { StepMark } from "@/components/ui/marks/step-mark";
import { pick } from "@/lib/i18n/pick";
import type { Result } from "@/lib/result/types";
import { formatScore, totalMark } from "@/lib/scoring";
import { BandScale } from "./band-scale";

/** The one figure of the quarter, drawn and placed. */
export function Hero({ result }: { result: Result }) {
  const text = useTranslations("result.total");
  const { locale } = useReader();
  const { totals, band, sums } = result.dossier;
  if (totals === null || totals.manager === null) return null;
  const { manager: total, self, max } = totals;
  return (
    <Card>
      <div className="grid items-center gap-x-12 gap-y-5 md:grid-cols-[auto_1fr]">
        <div>
          <p className="text-sm text-ink-2">{text("label")}</p>
          <p className="flex flex-wrap items-baseline gap-x-4">
            <StepMark {...totalMark(total, max)} size="lg" decorative />
            <span className="whitespace-nowrap tabular">
              <span className="text-2xl font-semibold">{formatScore(total)}</span>
              <span className="ms-1.5 text-sm text-ink-2">
                {text("outOf", { max: formatScore(max) })}
              </span>
            </span>
          </p>
          <p>
            <span className="block text-sm">
              {band === null ? null : (
                <span className="me-3 font-semibold text-jade">{pick(band, locale)}</span>
              )}
              {self === null ? null : (
                <span className="text-ink-2 tabular">
                  {text("self", { total: formatScore(self) })}
                </span>
              )}
            </span>
          </p>
        </div>
        <BandScale
          bands={result.bands}
          total={total}
          reached={result.reached}
          lowered={result.lowered}
          maxTotal={max}
        />
      </div>
      {sums === null ? null : (
        <div className="mt-4 border-t border-line pt-3">
          <Arithmetic sums={sums} />
        </div>
      )}
    </Card>
  );
}
