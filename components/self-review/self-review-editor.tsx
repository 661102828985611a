"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { LeaveGuard } from "@/components/sheet/bar/leave-guard";
import { MissingSummary } from "@/components/sheet/bar/missing-summary";
import { SheetNotices } from "@/components/sheet/bar/sheet-notices";
import { SheetKeysHelp, useSheetKeys } from "@/components/sheet/keyboard/use-sheet-keys";
import { keyAt } from "@/components/sheet/values/position";
import { useSheet, type OpenedSheet } from "@/components/sheet/state/use-sheet";
import { useValueEditor } from "@/components/sheet/state/use-value-editor";
import { ladderView } from "@/components/sheet/state/ladder-view";
import { HintBox } from "@/components/sheet/values/hint-box";
import { ValueList } from "@/components/sheet/values/value-list";
import { ValueProgress } from "@/components/sheet/values/value-progress";
import { usePrinting } from "@/components/ui/layout/use-printing";
import type { SelfReviewView } from "@/lib/self-review/types";
import { writtenIn } from "@/lib/sheet/rules";
import { ownRounds } from "./own-rounds";
import { Returns } from "./returns";
import { SelfReviewBar } from "./submit/self-review-bar";
import { SubmitDialog } from "./submit/submit-dialog";
import { useCurrentValue } from "./use-current-value";
import { useSubmitSelfReview } from "./submit/use-submit";
import { OtherValues, ValuePanel } from "./value-panel";

interface SelfReviewEditorProps {
  view: SelfReviewView;
  now: Date;
  /** The value the address names, by its number. */
  position: number | null;
}

function useOpened(view: SelfReviewView): OpenedSheet {
  return useMemo(
    () => ({
      appraisalId: view.appraisalId,
      version: view.version,
      state: writtenIn.self,
      framework: view.framework,
      policy: view.policy,
      sheets: { self: view.sheet, manager: { side: "manager", values: [] } },
    }),
    [view],
  );
}

function startOf({ framework, returns }: SelfReviewView, position: number | null) {
  const keys = framework.values.map(({ key }) => key);
  return keyAt(keys, position) ?? returns[0]?.value ?? null;
}

export function SelfReviewEditor({ view, now, position }: SelfReviewEditorProps) {
  const text = useTranslations("self-review");
  const editor = useSheet(useOpened(view), "self", true);
  const place = useCurrentValue(view.framework, startOf(view, position));
  const valueEditor = useValueEditor(editor, place.current);
  const submission = useSubmitSelfReview(editor, view);
  const printing = usePrinting();
  const [attempt, setAttempt] = useState(0);
  const { before } = view;
  const ladder = ladderView(editor, editor.result, editor.sheets, "self", place.current);
  const rounds = ownRounds({ ...editor, rules: editor, before }, place.current);
  const shown = ladder && { ...ladder, rounds };
  const go = (key: string | null) => {
    if (key !== null) place.show(key);
  };
  const keys = useSheetKeys({
    valueKey: place.current,
    disputed: editor.disputed.length > 0,
    rungs: shown?.definition.rungs.length ?? 0,
    halves: shown?.halves ?? true,
    judge: (point, verdict) => {
      const rung = shown?.definition.rungs.find((candidate) => candidate.point === point);
      const open = shown?.result.rungs[point - 1]?.reach !== "closed";
      if (rung !== undefined && open) valueEditor?.judge(rung, verdict);
    },
    next: () => go(place.next),
    previous: () => go(place.previous),
  });
  if (shown === null) return null;
  const trySubmit = () => {
    if (editor.missing.length > 0) setAttempt((before) => before + 1);
    else submission.ask();
  };
  return (
    <>
      <h1 className="sr-only print:not-sr-only">{text("quarter", view.cycle)}</h1>
      <div className="grid gap-3 empty:hidden">
        <Returns returns={view.returns} framework={view.framework} onShow={place.show} />
        <SheetNotices editor={editor} />
        {submission.notice}
        <MissingSummary
          framework={view.framework}
          missing={editor.missing}
          attempt={attempt}
          onLead={place.lead}
        />
      </div>
      <div className="grid items-start gap-x-7 gap-y-4 md:grid-cols-[14.75rem_minmax(0,1fr)]">
        <aside className="sticky top-4 grid gap-5 max-md:hidden">
          <ValueList editor={editor} current={place.current} onPick={place.show} />
          <HintBox view={shown} />
        </aside>
        <div className="grid min-w-0 gap-4">
          <ValueProgress editor={editor} current={place.current} onPick={place.show} />
          <ValuePanel
            editor={editor}
            view={shown}
            valueEditor={valueEditor}
            returns={view.returns}
          />
          {printing ? (
            <OtherValues editor={editor} current={place.current} before={before} />
          ) : null}
          <SelfReviewBar
            editor={editor}
            view={view}
            now={now}
            place={place}
            onSubmit={trySubmit}
            onKeys={() => keys.setHelp(true)}
          />
        </div>
      </div>
      <SubmitDialog submission={submission} editor={editor} view={view} />
      <SheetKeysHelp keys={keys} />
      <LeaveGuard session={editor.session} />
    </>
  );
}
