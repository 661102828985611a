"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ValueRoundsView } from "@/components/dossier/rounds/value-rounds";
import { Dispute } from "@/components/sheet/conflict/dispute";
import { VerdictChip } from "@/components/sheet/ladder/judgement";
import { Ladder } from "@/components/sheet/ladder/ladder";
import { RungNotes, type PinnedNote } from "@/components/sheet/ladder/rung-notes";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { useValueEditor } from "@/components/sheet/state/use-value-editor";
import type { LadderView } from "@/components/sheet/state/ladder-view";
import { Explanation } from "@/components/sheet/values/explanation";
import { Segmented } from "@/components/ui/form/segmented";
import type { SheetValueResult } from "@/lib/scoring";
import { useReader } from "@/components/reader/use-reader";
import type { ValueRounds } from "@/lib/rounds/types";
import { emptyValue, groundsOf } from "@/lib/sheet/rules";
import type { Side } from "@/lib/sheet/types";
import { DoubtField } from "../fields/doubt-field";
import { JustificationField } from "../fields/justification-field";
import { ClosedSelf, SelfSide } from "../self/self-side";

export interface ValueBodyProps {
  editor: SheetEditor;
  view: LadderView;
  /** Null while the self-review of the value is closed. */
  self: SheetValueResult | null;
  notes: readonly PinnedNote[];
  /** What the employee changed since the self-review was handed in before; absent where it is the first. */
  rounds: ValueRounds | undefined;
  readOnly: boolean;
  asked: boolean;
}

export function ValueBody({ editor, view, self, notes, rounds, readOnly, asked }: ValueBodyProps) {
  const text = useTranslations("manager-scoring.sheet");
  const { definition, result, own, other } = view;
  const valueEditor = useValueEditor(editor, definition.key);
  const reader = useReader();
  const [side, setSide] = useState<Side>("manager");
  const writable = readOnly ? null : valueEditor;
  const onValue = notes.filter(({ value, rung }) => value === definition.key && rung === null);
  return (
    <>
      <Dispute editor={editor} definition={definition} />
      <ValueRoundsView rounds={rounds} gated={definition.gated} />
      <div className="md:hidden">
        <Segmented
          label={text("sides")}
          value={side}
          onChange={setSide}
          options={[
            { value: "self", label: text("selfSide"), tone: "neutral" },
            { value: "manager", label: text("mySide") },
          ]}
        />
      </div>
      {side === "self" ? (
        <div className="md:hidden">
          {self === null ? (
            <ClosedSelf />
          ) : (
            <SelfSide
              definition={definition}
              result={self}
              value={other ?? emptyValue(definition.key)}
              rounds={rounds}
            />
          )}
        </div>
      ) : null}
      <div
        className={clsx(
          "grid grid-cols-[minmax(0,1fr)] gap-3.5",
          side === "self" && "max-md:hidden",
        )}
      >
        {self === null ? (
          <div className="max-md:hidden">
            <ClosedSelf />
          </div>
        ) : null}
        <RungNotes notes={onValue} />
        <Ladder
          view={{ ...view, rounds }}
          editor={writable}
          notes={notes}
          beside={(point) => (self === null ? null : <SelfVerdict result={self} point={point} />)}
        />
        <JustificationField
          result={result}
          grounds={groundsOf(editor, result).map((sentence) => reader.text(sentence))}
          text={own.justification}
          editor={writable}
          asked={asked}
        />
        {editor.policy.referWhenInDoubt === true ? (
          <DoubtField inDoubt={own.inDoubt} editor={writable} />
        ) : null}
        {self === null ? null : <Explanation result={result} />}
        <Routing result={result} />
      </div>
    </>
  );
}

function SelfVerdict({ result, point }: { result: SheetValueResult; point: number }) {
  const text = useTranslations("manager-scoring.sheet");
  const words = useTranslations("scoring.verdictFull");
  const verdict = result.rungs.find((rung) => rung.point === point)?.verdict ?? "open";
  return (
    <span className="flex items-center gap-2 text-xs text-ink-2 md:min-h-8.5 md:w-32 md:justify-end">
      <span className="whitespace-nowrap">{text("selfSide")}</span>
      {verdict === "open" ? (
        <span>
          <span aria-hidden>{text("selfOpen")}</span>
          <span className="sr-only">{words("open")}</span>
        </span>
      ) : (
        <VerdictChip verdict={verdict} />
      )}
    </span>
  );
}

/** Where this score goes once it is handed in, so that nobody is surprised by a question from HR. */
function Routing({ result: { score, routing } }: { result: SheetValueResult }) {
  const text = useTranslations("manager-scoring.routing");
  if (score === null) return null;
  const ways = [
    ...(routing.refer ? ["refer"] : []),
    ...(routing.approve
      ? ["approve"]
      : routing.sanction
        ? ["sanction"]
        : routing.verify
          ? ["verify"]
          : routing.sample
            ? ["sample"]
            : []),
  ];
  return ways.map((way) => (
    <p key={way} className="text-sm text-ink-2">
      {text(way)}
    </p>
  ));
}
