"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { focusWhenThere } from "@/components/ui/focus/focusable";
import { isPresumed } from "@/lib/scoring";
import { confirmId } from "../state/ids";
import type { LadderView } from "../state/ladder-view";
import type { ValueEditor } from "../state/use-value-editor";

interface SilenceProps {
  view: LadderView;
  editor: ValueEditor;
}

/** Where all is presumed, silence would score: it takes one explicit act to say that nothing is against it. */
export function Silence({ view, editor }: SilenceProps) {
  const text = useTranslations("sheet.silence");
  const { definition, result, own } = view;
  const { key, rungs } = definition;
  const asked = result.problems.some(
    ({ code, rung }) => code === "not-judged" && rung === undefined,
  );
  const verdicts = Object.values(own.judgements).filter((verdict) => verdict !== undefined);
  const said =
    isPresumed(definition) && verdicts.length > 0 && verdicts.every((verdict) => verdict === "met");
  if (!asked && !said) return null;
  const press = () => {
    if (asked) editor.confirm(rungs);
    else editor.withdraw();
    focusWhenThere(confirmId(key));
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 rounded-lg border border-line bg-sunk px-4 py-3 text-sm">
      <p className="min-w-0 flex-1 basis-64">{text(asked ? "ask" : "said")}</p>
      <Button id={confirmId(key)} variant={asked ? "primary" : "quiet"} size="sm" onClick={press}>
        {text(asked ? "confirm" : "withdraw")}
      </Button>
    </div>
  );
}
