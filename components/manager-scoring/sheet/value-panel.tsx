"use client";

import clsx from "clsx";
import { ChevronRight } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { PassMark } from "@/components/sheet/values/pass-mark";
import { Chip } from "@/components/ui/marks/chip";
import { Score } from "@/components/ui/marks/score";
import { figureOf, rungsFor, scoreDifference } from "@/lib/scoring";
import type { Missing } from "@/lib/sheet/rules";
import { DifferenceChip } from "../difference-chip";
import { usePrinting } from "@/components/ui/layout/use-printing";
import { useReader } from "@/components/reader/use-reader";
import { panelId, type OpenValues } from "./use-open-values";
import { ValueBody, type ValueBodyProps } from "./value-body";

interface ValuePanelProps extends ValueBodyProps {
  panels: OpenValues;
  missing: readonly Missing[];
}

/** One value: a line with both scores, and the ladder under it. On a phone only the current one is there. */
export function ValuePanel({ panels, missing, ...body }: ValuePanelProps) {
  const { definition } = body.view;
  const { key } = definition;
  const reader = useReader();
  const current = panels.current === key;
  const open = panels.isOpen(key);
  const printing = usePrinting();
  const name = reader.text(definition.name);
  return (
    <section
      id={panelId(key)}
      tabIndex={-1}
      aria-label={name}
      className={clsx(
        "min-w-0 scroll-mt-4 rounded-lg border bg-card outline-none",
        current ? "border-edge/60" : "border-line max-md:not-print:hidden",
      )}
    >
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2 px-4 py-3.5 md:px-5">
        <h2 className="min-w-0 flex-1 basis-60 text-lg">
          <span className="md:hidden">{name}</span>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={`${panelId(key)}-body`}
            onClick={() => panels.toggle(key)}
            className="flex w-full min-w-0 items-baseline gap-2.5 text-start max-md:hidden"
          >
            <Icon
              of={ChevronRight}
              className={clsx("size-4 shrink-0 self-center text-ink-2", open && "rotate-90")}
            />
            <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
              {name}
              {definition.motto === undefined ? null : (
                <span className="text-sm font-normal text-ink-2">
                  {reader.text(definition.motto)}
                </span>
              )}
            </span>
          </button>
        </h2>
        <PanelScores
          view={body.view}
          self={body.self}
          missing={missing}
          facts={body.editor.policy.requireDeductionInInterview}
        />
      </div>
      {open || current || printing ? (
        <div
          id={`${panelId(key)}-body`}
          className={clsx(
            "grid grid-cols-[minmax(0,1fr)] gap-3.5 px-2 pb-3 md:px-5 md:pb-5",
            !open && !printing && "md:hidden",
          )}
        >
          <ValueBody {...body} />
        </div>
      ) : null}
    </section>
  );
}

type ScoresProps = Pick<ValuePanelProps, "view" | "self" | "missing"> & {
  /** Whether the policy wants the facts of a deduction explained in the interview. */
  facts: boolean;
};

function PanelScores({ view, self, missing, facts }: ScoresProps) {
  const text = useTranslations("manager-scoring");
  const { result, own, pass } = view;
  const max = rungsFor(result.maxHalfPoints);
  const difference = scoreDifference(self?.score ?? null, result.score);
  const toMend = missing.filter(({ code }) => code !== "not-judged").length;
  return (
    <div className="flex flex-wrap items-baseline gap-x-5 gap-y-2 max-md:w-full md:ms-auto">
      {facts && difference !== null && difference < 0 ? (
        <Chip tone="amber">{text("difference.lower")}</Chip>
      ) : null}
      {result.routing.refer || (own.inDoubt && result.score === null) ? (
        <Chip tone="indigo">{text("doubt.short")}</Chip>
      ) : null}
      {pass === null ? null : <PassMark {...pass} />}
      {toMend === 0 ? null : <Chip tone="rust">{text("sheet.toMend", { count: toMend })}</Chip>}
      {toMend === 0 && missing.length > 0 && result.judged ? (
        <Chip>{text("sheet.open")}</Chip>
      ) : null}
      <span className="inline-flex items-baseline gap-2 md:min-w-26">
        <span className="text-xs text-ink-2">{text("total.self")}</span>
        {self === null ? (
          <span className="text-sm text-ink-2">{text("closed.short")}</span>
        ) : (
          <Score halfPoints={self.score} max={max} tone="neutral" />
        )}
      </span>
      <span className="inline-flex items-baseline gap-2 md:min-w-26">
        <span className="text-xs text-ink-2">{text("total.mine")}</span>
        <Score halfPoints={figureOf(result)} max={max} />
      </span>
      <span className="text-end md:w-13">
        <DifferenceChip difference={difference} />
      </span>
    </div>
  );
}
