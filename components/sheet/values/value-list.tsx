"use client";

import clsx from "clsx";
import { CircleAlert } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { Score } from "@/components/ui/marks/score";
import {
  figureOf,
  formatScore,
  rungsFor,
  sumOfFigures,
  type ValueDefinition,
  type ValueResult,
} from "@/lib/scoring";
import type { SheetEditor } from "../state/use-sheet";
import { useReader } from "@/components/reader/use-reader";
import { Figure } from "./figure";
import { PassCount } from "./pass-count";

interface ValueListProps {
  editor: Pick<SheetEditor, "framework" | "policy" | "result" | "disputed" | "missing">;
  current: string;
  onPick: (key: string) => void;
}

/** All values with their marks; the total so far under them. */
export function ValueList({ editor, current, onPick }: ValueListProps) {
  const text = useTranslations("sheet.values");
  const { framework, result, disputed, missing } = editor;
  return (
    <nav aria-label={text("pick")} className="grid gap-1">
      <p className="mb-1 text-sm text-ink-2">{text("title", { count: framework.values.length })}</p>
      <ul className="grid gap-1">
        {framework.values.map((value, index) => {
          const scored = result.values[index];
          return scored === undefined ? null : (
            <ValueRow
              key={value.key}
              value={value}
              result={scored}
              disputed={disputed.includes(value.key)}
              lacking={missing.some((item) => item.value === value.key)}
              current={value.key === current}
              onPick={onPick}
            />
          );
        })}
      </ul>
      <p className="mt-2 flex items-baseline justify-between border-t border-line px-3 pt-3">
        <span className="text-sm text-ink-2">{text(result.complete ? "totalFinal" : "total")}</span>
        <span className="text-xl font-semibold tabular">
          <Figure halfPoints={sumOfFigures(result.values)} />
          <span className="text-sm font-normal text-ink-2">
            <span aria-hidden>/{formatScore(result.maxTotal)}</span>
            <span className="sr-only">{text("outOf", { max: formatScore(result.maxTotal) })}</span>
          </span>
        </span>
      </p>
      <p className="px-3 empty:hidden">
        <PassCount result={result} policy={editor.policy} />
      </p>
    </nav>
  );
}

interface ValueRowProps {
  value: ValueDefinition;
  result: ValueResult;
  disputed: boolean;
  lacking: boolean;
  current: boolean;
  onPick: (key: string) => void;
}

function ValueRow({ value, result, disputed, lacking, current, onPick }: ValueRowProps) {
  const text = useTranslations("sheet.values");
  const { text: pick } = useReader();
  const wrong = result.complete && lacking;
  return (
    <li>
      <button
        type="button"
        aria-current={current ? "true" : undefined}
        onClick={() => onPick(value.key)}
        className={clsx(
          "flex min-h-11 w-full items-baseline justify-between gap-3 rounded-lg border px-3 py-2 text-start",
          current ? "border-line bg-card font-semibold" : "border-transparent hover:bg-sand",
        )}
      >
        <span className="flex min-w-0 items-baseline gap-2">
          {pick(value.name)}
          {disputed || wrong ? (
            <Icon
              of={CircleAlert}
              label={text(disputed ? "disputed" : "missing")}
              className="size-4 shrink-0 self-center text-rust"
            />
          ) : null}
          <span className="sr-only">{text(lacking ? "open" : "done")}</span>
        </span>
        <Score halfPoints={figureOf(result)} max={rungsFor(result.maxHalfPoints)} />
      </button>
    </li>
  );
}
