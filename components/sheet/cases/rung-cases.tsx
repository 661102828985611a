"use client";

import { useTranslations } from "next-intl";
import type { RungDefinition } from "@/lib/scoring";
import type { SheetCase } from "@/lib/sheet/types";
import type { ValueEditor } from "../state/use-value-editor";
import type { LadderView } from "../state/ladder-view";
import { CaseCard } from "./case-card";
import { CaseEditor } from "./case-editor";

interface RungCasesProps {
  view: LadderView;
  rung: RungDefinition;
  /** Of both sides, for this rung. */
  cases: readonly SheetCase[];
  closed: boolean;
  editor: ValueEditor | null;
}

/** The cases of one rung: one's own to write, the other side's to read. */
export function RungCases({ view, rung, cases, closed, editor }: RungCasesProps) {
  const text = useTranslations("sheet.ladder");
  const { own, other, side, result } = view;
  const gate = result.rungs.find(({ point }) => point === result.gate);
  const barred = closed && gate !== undefined && gate.verdict !== "open";
  const note = barred ? text("notCounted", { gate: gate.point }) : null;
  const marks = view.rounds?.marks ?? {};
  return cases.map((item) =>
    editor !== null && own.cases.includes(item) ? (
      <CaseEditor key={item.id} {...{ item, rung, side, editor, note }} mark={marks[item.id]} />
    ) : (
      <CaseCard
        key={item.id}
        item={item}
        note={note}
        mark={marks[item.id]}
        full={editor === null && other === null}
        origin={other === null ? undefined : own.cases.includes(item) ? side : "self"}
      />
    ),
  );
}
