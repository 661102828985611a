"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { unfinishedKeys } from "@/lib/sheet/rules";
import type { SheetEditor } from "../state/use-sheet";
import { useReader } from "@/components/reader/use-reader";

interface ValueProgressProps {
  editor: Pick<SheetEditor, "framework" | "missing">;
  current: string;
  onPick: (key: string) => void;
}

/** The phone's way through the values: one segment each, the present one full. */
export function ValueProgress({ editor, current, onPick }: ValueProgressProps) {
  const text = useTranslations("sheet.values");
  const { text: pick } = useReader();
  const { framework } = editor;
  const unfinished = unfinishedKeys(editor.missing);
  const at = framework.values.findIndex(({ key }) => key === current);
  return (
    <nav aria-label={text("pick")} className="-my-3 flex items-center gap-3 md:hidden">
      <ol className="flex flex-1 gap-1.5">
        {framework.values.map((value, index) => {
          const done = !unfinished.includes(value.key);
          return (
            <li key={value.key} className="flex-1">
              <button
                type="button"
                aria-label={`${pick(value.name)} · ${text(done ? "done" : "open")}`}
                aria-current={index === at ? "true" : undefined}
                onClick={() => onPick(value.key)}
                className="grid h-11 w-full items-center"
              >
                <span
                  className={clsx(
                    "h-1 rounded-full",
                    index === at ? "bg-jade" : done ? "bg-jade/50" : "bg-track",
                  )}
                />
              </button>
            </li>
          );
        })}
      </ol>
      <p className="text-xs text-ink-2 tabular">
        <span aria-hidden>
          {at + 1} / {framework.values.length}
        </span>
        <span className="sr-only">
          {text("position", { current: at + 1, total: framework.values.length })}
        </span>
      </p>
    </nav>
  );
}
