import { useTranslations } from "next-intl";
import { CaseCard } from "@/components/dossier/cases/case-card";
import { WaysUp } from "@/components/dossier/ways-up";
import { Difference } from "@/components/dossier/difference";
import { useReader } from "@/components/reader/use-reader";
import { Score } from "@/components/ui/marks/score";
import { formatScore, renderReasons, rungsFor, scoreDifference } from "@/lib/scoring";
import type { TalkingPoint } from "@/lib/interview/types";
import { pick } from "@/lib/i18n/pick";

interface PointProps {
  point: TalkingPoint;
  /** What to lead the talk to: facts that support, the way up, or what was taken off. */
  aim: "good" | "short" | "deducted";
}

/** One value as it is put on the table: the score, why it is so, and the facts to say. */
export function Point({ point, aim }: PointProps) {
  const { locale } = useReader();
  const reasons = renderReasons(point.explanation, locale);
  return (
    <li className="grid gap-2.5 border-t border-line py-4 first:border-t-0 first:pt-1 last:pb-0">
      <PointHead point={point} />
      {aim === "deducted" && point.against.length > 0 ? null : (
        <div className="border-s-3 border-jade ps-3 text-sm text-ink-2">
          {reasons.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {aim === "short" ? <WaysUp {...point} /> : null}
      {aim === "deducted" || point.justification.trim() === "" ? null : (
        <Written words={point.justification} />
      )}
      {aim === "deducted" ? <Against point={point} /> : null}
      {aim === "good" ? point.support.map((item) => <CaseCard key={item.id} item={item} />) : null}
    </li>
  );
}

/** A value with both scores and their difference. */
export function PointHead({ point }: { point: TalkingPoint }) {
  const text = useTranslations("interview.compare");
  const { locale } = useReader();
  const max = rungsFor(point.maxHalfPoints);
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-5 gap-y-1">
      <h3 className="text-base">{pick(point.name, locale)}</h3>
      <span className="flex items-baseline gap-x-4 gap-y-1 max-md:flex-wrap max-md:gap-x-3">
        <span className="inline-flex items-baseline gap-2">
          <span className="text-xs whitespace-nowrap text-ink-2">{text("self")}</span>
          <Score halfPoints={point.self} max={max} tone="neutral" />
        </span>
        <span className="inline-flex items-baseline gap-2">
          <span className="text-xs text-ink-2">{text("manager")}</span>
          <Score halfPoints={point.manager} max={max} />
        </span>
        <Difference halfPoints={scoreDifference(point.self, point.manager)} />
      </span>
    </div>
  );
}

function Written({ words }: { words: string }) {
  const text = useTranslations("interview.point");
  return (
    <p className="text-sm whitespace-pre-wrap">
      <span className="me-2 text-xs text-ink-2">{text("justification")}</span>
      {words}
    </p>
  );
}

function Against({ point }: { point: TalkingPoint }) {
  const text = useTranslations("interview");
  if (point.against.length > 0)
    return point.against.map((item) => <CaseCard key={item.id} item={item} open />);
  const delta = formatScore(scoreDifference(point.manager, point.self) ?? 0);
  return <p className="text-sm text-ink-2">{text("deducted.lower", { delta })}</p>;
}
