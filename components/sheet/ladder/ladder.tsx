"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ValueEditor } from "../state/use-value-editor";
import type { LadderView } from "../state/ladder-view";
import { useReader } from "@/components/reader/use-reader";
import { Rung } from "./rung";
import { Silence } from "./silence";
import type { PinnedNote } from "./rung-notes";

interface LadderProps {
  view: LadderView;
  /** Null to read. */
  editor: ValueEditor | null;
  notes?: readonly PinnedNote[];
  /** Stands before the judgement of a rung, e.g. what the other side said. */
  beside?: (point: number) => ReactNode;
}

/** A value as a ladder to walk: rungs from 1 down the page, or the rules of a checklist. */
export function Ladder({ view, editor, notes = [], beside }: LadderProps) {
  const text = useTranslations("sheet.ladder");
  const { text: pick } = useReader();
  const { definition, result } = view;
  return (
    <div className="grid gap-2">
      <ol
        aria-label={text("label", {
          value: pick(definition.name),
          gated: definition.gated ? "yes" : "no",
        })}
        className="rounded-lg border border-line bg-card"
      >
        {definition.rungs.map((rung, index) => {
          const outcome = result.rungs[index];
          return outcome === undefined ? null : (
            <Rung
              key={rung.point}
              view={view}
              rung={rung}
              outcome={outcome}
              next={result.rungs[index + 1]?.reach ?? null}
              editor={editor}
              notes={notes.filter((n) => n.value === definition.key && n.rung === rung.point)}
              beside={beside?.(rung.point)}
            />
          );
        })}
      </ol>
      {editor === null ? null : <Silence view={view} editor={editor} />}
    </div>
  );
}
