import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PassMark } from "@/components/sheet/values/pass-mark";
import { Score } from "@/components/ui/marks/score";
import type { DossierValue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { rungsFor, scoreDifference } from "@/lib/scoring";
import { AssumedNote } from "@/components/sheet/values/assumed-note";
import { Difference } from "./difference";
import { useReader } from "@/components/reader/use-reader";
import { RungList } from "./rung-list";
import { ValueFlags } from "./value-flags";
import { Doubt, Explanations, Findings, Justification } from "./value-notes";

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
      className="group/value min-w-0 scroll-mt-20 rounded-lg border border-line bg-card"
    >
      <summary className="flex cursor-pointer list-none flex-wrap items-baseline gap-x-4 gap-y-2 p-4 md:px-5 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 self-center text-ink-2 transition-transform group-open/value:rotate-90"
        />
        <h2 className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 text-lg max-md:basis-[calc(100%-3rem)]">
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
      <div className="grid gap-4 border-t border-line px-4 pb-5 md:px-5">
        <div className="-mt-px">
          <RungList value={value} />
          <AssumedNote rungs={value.rungs} gated={value.gated} />
        </div>
        <Doubt value={value} />
        <Justification value={value} />
        <Explanations value={value} />
        <Findings value={value} />
        {actions}
      </div>
    </details>
  );
}

function BothScores({ value, delta }: { value: DossierValue; delta: number | null }) {
  const text = useTranslations("dossier");
  const max = rungsFor(value.maxHalfPoints);
  return (
    <span className="flex items-baseline gap-x-5 gap-y-1 max-md:w-full max-md:flex-wrap max-md:justify-between max-md:gap-x-3">
      <span className="inline-flex items-baseline gap-2">
        <span className="text-xs text-ink-2">{text("self")}</span>
        <Score halfPoints={value.scores.self} max={max} tone="neutral" />
      </span>
      <span className="inline-flex items-baseline gap-2">
        <span className="text-xs text-ink-2">{text("manager")}</span>
        <Score halfPoints={value.scores.manager} max={max} />
      </span>
      <span className="text-end md:w-12">
        <Difference halfPoints={delta} />
      </span>
    </span>
  );
}
