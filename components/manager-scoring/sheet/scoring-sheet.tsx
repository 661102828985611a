"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useBasket } from "@/components/dossier/basket/use-basket";
import { LeaveGuard } from "@/components/sheet/bar/leave-guard";
import { MissingSummary } from "@/components/sheet/bar/missing-summary";
import { SheetNotices } from "@/components/sheet/bar/sheet-notices";
import { SheetKeysHelp, useSheetKeys } from "@/components/sheet/keyboard/use-sheet-keys";
import { useSheet, type SheetEditor } from "@/components/sheet/state/use-sheet";
import { useValueEditor } from "@/components/sheet/state/use-value-editor";
import { ladderView } from "@/components/sheet/state/ladder-view";
import { ValueProgress } from "@/components/sheet/values/value-progress";
import { useWithRules, type PackedRules } from "@/components/sheet/state/packed-rules";
import type { SheetView } from "@/lib/manager-scoring/types";
import type { Rules } from "@/lib/scoring";
import { resultOf } from "@/lib/sheet/rules";
import { personNavIds } from "../team/person-nav-ids";
import { LockedNotice } from "./locked-notice";
import { PersonHead } from "../person-head";
import { basketOf, ReturnDialog } from "../dialogs/return-dialog";
import { SanctionNotice } from "./sanction-notice";
import { ScoringBar } from "./scoring-bar";
import { NoteHistory, OpenNotes } from "./sheet-notes";
import { SubmitDialog } from "../dialogs/submit-dialog";
import { useOpening } from "./use-opening";
import { useOpenValues, type OpenValues } from "./use-open-values";
import type { NextPerson } from "../team/next-person";
import { ValuePanel } from "./value-panel";

interface ScoringSheetProps {
  view: Omit<SheetView, keyof Rules | "team" | "takenOver">;
  rules: PackedRules;
  now: Date;
  position: number | null;
  next: NextPerson | null;
}

export function ScoringSheet({ view: given, rules, now, position, next }: ScoringSheetProps) {
  const view = useWithRules(given, rules);
  const { framework, policy, sheets, notes, person } = view;
  const readOnly = view.locked !== null;
  const editor = useSheet(view, "manager", !readOnly);
  const self = useMemo(
    () => resultOf(framework, policy, sheets, "self"),
    [framework, policy, sheets],
  );
  useOpening(editor);
  const { result, missing } = editor;
  const open = notes.filter((note) => note.open && note.to === "manager_scoring");
  const panels = useOpenValues(
    framework.values.map(({ key }) => key),
    position,
    open[0]?.value ?? firstToDo(editor, readOnly),
  );
  const [attempt, setAttempt] = useState(0);
  const [dialog, setDialog] = useState<"return" | "submit" | null>(null);
  const submit = () => {
    if (readOnly) return;
    setAttempt((before) => before + 1);
    if (missing.length === 0) setDialog("submit");
  };
  const basket = useBasket(
    basketOf({ appraisalId: view.appraisalId, submittedAt: view.selfSubmittedAt }),
  );
  const collected = basket.items.length;
  const askBack = () => setDialog(readOnly ? null : "return");
  const keys = useKeys(editor, panels, readOnly, { s: submit, r: askBack });
  return (
    <>
      <PersonHead
        view={view}
        now={now}
        totals={{ self: view.unseen.length > 0 ? null : self.total, mine: result, policy }}
      />
      {readOnly ? <LockedNotice view={view} next={next} /> : <SheetNotices editor={editor} />}
      <OpenNotes
        notes={open}
        framework={framework}
        onLead={({ value, rung }) => value !== null && panels.leadToRung(value, rung)}
      />
      <MissingSummary
        framework={framework}
        missing={missing}
        attempt={readOnly ? 0 : attempt}
        onLead={panels.lead}
      />
      <SanctionNotice editor={editor} panels={panels} />
      <ValueProgress editor={editor} current={panels.current} onPick={panels.go} />
      {framework.values.map(({ key }, index) => {
        const of = ladderView(view, result, editor.sheets, "manager", key);
        const selfResult = self.values[index];
        return of === null || selfResult === undefined ? null : (
          <ValuePanel
            key={key}
            panels={panels}
            editor={editor}
            view={of}
            self={editor.unseen.has(key) ? null : selfResult}
            notes={open}
            rounds={view.rounds[key]}
            missing={readOnly ? [] : missing.filter(({ value }) => value === key)}
            readOnly={readOnly}
            asked={attempt > 0}
          />
        );
      })}
      <NoteHistory notes={notes.filter((note) => !open.includes(note))} framework={framework} />
      {readOnly ? null : (
        <ScoringBar
          editor={editor}
          panels={panels}
          collected={collected}
          onReturn={askBack}
          onSubmit={submit}
          onKeys={() => keys.setHelp(true)}
        />
      )}
      {dialog === "return" ? (
        <ReturnDialog
          appraisalId={view.appraisalId}
          submittedAt={view.selfSubmittedAt}
          editor={editor}
          name={person.name}
          value={panels.current}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === "submit" ? (
        <SubmitDialog editor={editor} name={person.name} onClose={() => setDialog(null)} />
      ) : null}
      <PersonKeysHelp keys={keys} />
      <LeaveGuard session={editor.session} />
    </>
  );
}

/** Work goes on where something is open; a finished sheet is read from its beginning. */
function firstToDo({ framework, missing }: SheetEditor, readOnly: boolean): string {
  const todo = readOnly ? undefined : missing[0]?.value;
  return todo ?? framework.values[0]?.key ?? "";
}

function press(id: string): void {
  document.getElementById(id)?.click();
}

const personKeys = {
  j: () => press(personNavIds.next),
  k: () => press(personNavIds.previous),
};

function useKeys(
  editor: SheetEditor,
  panels: OpenValues,
  readOnly: boolean,
  more: Readonly<Record<string, () => void>>,
) {
  const { framework, policy, disputed } = editor;
  const { current } = panels;
  const at = framework.values.findIndex(({ key }) => key === current);
  const valueEditor = useValueEditor(editor, current);
  const step = (by: number) => {
    const key = framework.values[at + by]?.key;
    if (key !== undefined) panels.go(key);
  };
  return useSheetKeys({
    valueKey: current,
    disputed: disputed.length > 0,
    rungs: framework.values[at]?.rungs.length ?? 0,
    halves: policy.stepHalfPoints === 1,
    judge: (point, verdict) => {
      const rung = framework.values[at]?.rungs.find((of) => of.point === point);
      if (rung !== undefined && !readOnly) valueEditor?.judge(rung, verdict);
    },
    next: () => step(1),
    previous: () => step(-1),
    more: { ...personKeys, ...more },
  });
}

function PersonKeysHelp({ keys }: { keys: ReturnType<typeof useSheetKeys> }) {
  const text = useTranslations("manager-scoring.keys");
  return (
    <SheetKeysHelp
      keys={keys}
      more={[
        { keys: ["j"], label: text("next") },
        { keys: ["k"], label: text("previous") },
        { keys: ["s"], label: text("submit") },
        { keys: ["r"], label: text("return") },
      ]}
    />
  );
}
