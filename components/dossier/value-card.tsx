import { ChevronRight } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PassMark } from "@/components/sheet/values/pass-mark";
import { Score } from "@/components/ui/marks/score";
import type { DossierValue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { rungsFor, scoreDifference } from "@/lib/scoring";
import { Difference } from "./difference";
import { useReader } from "@/components/reader/use-reader";
import { ValueBody } from "./value-body";
import { ValueFlags } from "./value-flags";

interface ValueCardProps {
  value: DossierValue;
  open?: boolean;
  /** Decisions on this one value. */
  actions?: ReactNode;
}

/** One value with both judgements: the line in sight, the ladder and every reason inside. */
export function ValueCard({ value, open = false, actions }: ValueCardProps) {
  const { locale } = useReader();
  const delta = scoreDifference(value.scores.self, value.scores.manager);
  return (
    <details
      id={`value-${value.key}`}
      open={open}
      className="group/value min-w-0 -scroll-mt-16 rounded-lg border border-line bg-card"
    >
      <summary className="flex cursor-pointer list-none flex-wrap items-baseline gap-x-4 gap-y-2 p-4 md:px-5 [&::-webkit-details-marker]:hidden">
        <Icon
          of={ChevronRight}
          className="size-4 shrink-0 self-center text-ink-2 transition-transform group-open/value:rotate-90"
        />
        <h2 className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 text-lg max-md:basis-[calc(100%-3rem)] md:min-w-48">
          {pick(value.name, locale)}
          {value.motto === null ? null : (
            <span className="text-sm font-normal text-ink-2">{pick(value.motto, locale)}</span>
          )}
        </h2>
        <span className="flex flex-wrap items-center gap-2 empty:hidden">
          {value.pass === null ? null : <PassMark {...value.pass} />}
          <ValueFlags value={value} />
        </span>
        <BothScores value={value} delta={delta} />
      </summary>
      <div className="border-t border-line px-4 pt-4 pb-5 md:px-5">
        <ValueBody value={value}>{actions}</ValueBody>
      </div>
    </details>
  );
}

/** The value that is read: nothing of it is folded but the rungs that do not decide. */
export function FocusCard({ value, actions }: Omit<ValueCardProps, "open">) {
  const { locale } = useReader();
  const delta = scoreDifference(value.scores.self, value.scores.manager);
  return (
    <section
      id={`value-${value.key}`}
      aria-labelledby={`value-${value.key}-title`}
      className="min-w-0 rounded-lg border border-line bg-card px-4 py-4 md:px-5"
    >
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h2
          id={`value-${value.key}-title`}
          className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 text-lg max-md:basis-full md:min-w-48"
        >
          {pick(value.name, locale)}
          {value.motto === null ? null : (
            <span className="text-sm font-normal text-ink-2">{pick(value.motto, locale)}</span>
          )}
        </h2>
        <span className="flex flex-wrap items-center gap-2 empty:hidden">
          {value.pass === null ? null : <PassMark {...value.pass} />}
          <ValueFlags value={value} />
        </span>
        <BothScores value={value} delta={delta} size="lg" />
      </div>
      <ValueBody value={value}>{actions}</ValueBody>
    </section>
  );
}

interface BothScoresProps {
  value: DossierValue;
  delta: number | null;
  size?: "sm" | "lg";
}

function BothScores({ value, delta, size = "sm" }: BothScoresProps) {
  const text = useTranslations("dossier");
  const max = rungsFor(value.maxHalfPoints);
  return (
    <span className="flex items-baseline gap-x-5 gap-y-1 max-md:w-full max-md:flex-wrap max-md:justify-between max-md:gap-x-3">
      <span className="inline-flex items-baseline gap-2">
        <span className="text-xs whitespace-nowrap text-ink-2">{text("self")}</span>
        <Score halfPoints={value.scores.self} max={max} tone="neutral" />
      </span>
      <span className="inline-flex items-baseline gap-2">
        <span className="text-xs text-ink-2">{text("manager")}</span>
        <Score halfPoints={value.scores.manager} max={max} size={size} />
      </span>
      <span className="text-end md:w-12">
        <Difference halfPoints={delta} />
      </span>
    </span>
  );
}
