import { useTranslations } from "next-intl";
import { Difference } from "@/components/dossier/difference";
import { Changes } from "@/components/dossier/rounds/changes";
import { WaysUp } from "@/components/dossier/ways-up";
import { useReader } from "@/components/reader/use-reader";
import { Justification } from "@/components/dossier/value-notes";
import { PassMark } from "@/components/sheet/values/pass-mark";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Score } from "@/components/ui/marks/score";
import type { DossierValue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { renderReasons, rungsFor, scoreDifference } from "@/lib/scoring";
import { ResultLadder } from "./ladder";

/** One value of the result: the score, why it is so and what would raise it in sight; every rung and case inside. */
export function ValueResult({ value }: { value: DossierValue }) {
  const text = useTranslations("result.values");
  const { locale } = useReader();
  const [why, ...further] = renderReasons(value.explanations.manager, locale);
  const count = value.rungs.reduce((sum, rung) => sum + rung.cases.length, 0);
  return (
    <li className="long grid gap-3 border-t border-line px-4 py-5 first:border-t-0 md:px-5">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className="flex flex-wrap items-baseline gap-x-3 text-lg">
            {pick(value.name, locale)}
            {value.motto === null ? null : (
              <span className="text-sm font-normal text-ink-2">{pick(value.motto, locale)}</span>
            )}
          </h3>
          {value.pass === null ? null : <PassMark {...value.pass} />}
        </div>
        <Scores value={value} />
      </div>
      <div className="border-s-3 border-jade ps-3 text-sm">
        <p>{why}</p>
        {further.map((line) => (
          <p key={line} className="text-ink-2">
            {line}
          </p>
        ))}
      </div>
      <WaysUp {...value} />
      <Justification value={value} />
      <Disclosure summary={text("ladder", { gated: value.gated ? "yes" : "no", count })}>
        <div className="grid gap-3">
          {value.changes.length === 0 ? null : (
            <div className="no-print grid gap-3">
              <Changes changes={value.changes} gated={value.gated} />
            </div>
          )}
          <ResultLadder value={value} />
        </div>
      </Disclosure>
    </li>
  );
}

function Scores({ value }: { value: DossierValue }) {
  const text = useTranslations("result.values");
  const max = rungsFor(value.maxHalfPoints);
  return (
    <span className="flex items-baseline gap-x-5 gap-y-1 max-md:flex-wrap max-md:gap-x-3">
      <span className="inline-flex items-baseline gap-2">
        <span className="text-xs whitespace-nowrap text-ink-2">{text("self")}</span>
        <Score halfPoints={value.scores.self} max={max} tone="neutral" />
      </span>
      <span className="inline-flex items-baseline gap-2">
        <span className="text-xs text-ink-2">{text("result")}</span>
        <Score halfPoints={value.scores.manager} max={max} size="md" />
      </span>
      <Difference halfPoints={scoreDifference(value.scores.self, value.scores.manager)} />
    </span>
  );
}
