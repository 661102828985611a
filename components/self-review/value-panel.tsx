"use client";

import { ValueRoundsView } from "@/components/dossier/rounds/value-rounds";
import { Dispute } from "@/components/sheet/conflict/dispute";
import { Ladder } from "@/components/sheet/ladder/ladder";
import { RungNotes } from "@/components/sheet/ladder/rung-notes";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import type { ValueEditor } from "@/components/sheet/state/use-value-editor";
import { ladderView, type LadderView } from "@/components/sheet/state/ladder-view";
import { Explanation } from "@/components/sheet/values/explanation";
import { ValueHeading } from "@/components/sheet/values/value-heading";
import type { EarlierSheet } from "@/lib/rounds/types";
import type { SelfReturn } from "@/lib/self-review/types";
import { ownRounds } from "./own-rounds";

interface ValuePanelProps {
  editor: Pick<SheetEditor, "slots" | "session">;
  view: LadderView;
  valueEditor: ValueEditor | null;
  returns: readonly SelfReturn[];
}

const noReturns: readonly SelfReturn[] = [];

interface OtherValuesProps {
  editor: SheetEditor;
  current: string;
  before: readonly EarlierSheet[];
}

/** On paper stands the whole sheet: the values that are not shown now. */
export function OtherValues({ editor, current, before }: OtherValuesProps) {
  return editor.framework.values
    .filter(({ key }) => key !== current)
    .map(({ key }) => {
      const view = ladderView(editor, editor.result, editor.sheets, "self", key);
      return view === null ? null : (
        <ValuePanel
          key={key}
          editor={editor}
          view={{ ...view, rounds: ownRounds({ ...editor, rules: editor, before }, key) }}
          valueEditor={null}
          returns={noReturns}
        />
      );
    });
}

/** The value being judged: head, why, ladder; above it the server's version while one waits to be chosen. */
export function ValuePanel({ editor, view, valueEditor, returns }: ValuePanelProps) {
  const { key } = view.definition;
  return (
    <>
      <ValueHeading view={view} />
      <Dispute editor={editor} definition={view.definition} />
      <RungNotes notes={returns.filter(({ value, rung }) => value === key && rung === null)} />
      <ValueRoundsView rounds={view.rounds} gated={view.definition.gated} />
      <Explanation result={view.result} />
      <Ladder key={key} view={view} editor={valueEditor} notes={returns} />
    </>
  );
}
