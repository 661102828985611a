"use client";

import { Dispute } from "@/components/sheet/conflict/dispute";
import { Ladder } from "@/components/sheet/ladder/ladder";
import { RungNotes } from "@/components/sheet/ladder/rung-notes";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import type { ValueEditor } from "@/components/sheet/state/use-value-editor";
import type { LadderView } from "@/components/sheet/state/ladder-view";
import { Explanation } from "@/components/sheet/values/explanation";
import { ValueHeading } from "@/components/sheet/values/value-heading";
import type { SelfReturn } from "@/lib/self-review/types";

interface ValuePanelProps {
  editor: Pick<SheetEditor, "slots" | "session" | "disputed">;
  view: LadderView;
  valueEditor: ValueEditor | null;
  returns: readonly SelfReturn[];
}

/** The value being judged: head, why, ladder; both versions instead while they wait to be chosen between. */
export function ValuePanel({ editor, view, valueEditor, returns }: ValuePanelProps) {
  const { key } = view.definition;
  if (editor.disputed.includes(key)) {
    return (
      <>
        <ValueHeading view={view} />
        <Dispute editor={editor} definition={view.definition} />
      </>
    );
  }
  return (
    <>
      <ValueHeading view={view} />
      <RungNotes notes={returns.filter(({ value, rung }) => value === key && rung === null)} />
      <Explanation result={view.result} />
      <Ladder key={key} view={view} editor={valueEditor} notes={returns} />
    </>
  );
}
