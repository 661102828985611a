"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Notice } from "@/components/ui/feedback/notice";
import { Card } from "@/components/ui/layout/card";
import type { ValueDefinition } from "@/lib/scoring";
import { inOrder } from "@/lib/sheet/rules";
import type { SheetValue } from "@/lib/sheet/types";
import { CaseCard } from "../cases/case-card";
import { VerdictChip } from "../ladder/judgement";
import type { SheetEditor } from "../state/use-sheet";
import { useReader } from "@/components/reader/use-reader";

interface DisputeProps {
  editor: Pick<SheetEditor, "slots" | "session">;
  definition: ValueDefinition;
}

/** Two versions of one value: neither goes over the other before the person has chosen. */
export function Dispute({ editor, definition }: DisputeProps) {
  const text = useTranslations("sheet.dispute");
  const { text: pick } = useReader();
  const slot = editor.slots[definition.key];
  if (slot === undefined || slot.theirs === null) return null;
  const { ours, theirs } = slot;
  const { keepOurs, takeTheirs } = editor.session;
  return (
    <div className="grid gap-4">
      <Notice live tone="warn" title={text("title", { value: pick(definition.name) })}>
        {text("body")}
      </Notice>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Version
          title={text("ours")}
          definition={definition}
          value={ours}
          action={text("keepOurs")}
          onChoose={() => keepOurs(definition.key)}
        />
        <Version
          title={text("theirs")}
          definition={definition}
          value={theirs}
          action={text("takeTheirs")}
          onChoose={() => takeTheirs(definition.key)}
        />
      </div>
    </div>
  );
}

interface VersionProps {
  title: string;
  definition: ValueDefinition;
  value: SheetValue;
  action: string;
  onChoose: () => void;
}

function Version({ title, definition, value, action, onChoose }: VersionProps) {
  const text = useTranslations("sheet.dispute");
  const words = useTranslations("scoring");
  const judged = definition.rungs.filter(({ point }) => value.judgements[point] !== undefined);
  return (
    <Card title={title} actions={<Button onClick={onChoose}>{action}</Button>} headingLevel={3}>
      <div className="grid gap-3">
        <ul aria-label={text("judgements")} className="grid gap-1 text-sm">
          {judged.length === 0 ? <li className="text-ink-2">{text("none")}</li> : null}
          {judged.map(({ point }) => (
            <li key={point} className="flex items-center justify-between gap-3">
              {words(definition.gated ? "rung" : "rule", { point })}
              <VerdictChip verdict={value.judgements[point] ?? "open"} />
            </li>
          ))}
        </ul>
        {value.cases.length === 0 ? (
          <p className="text-sm text-ink-2">{text("noCases")}</p>
        ) : (
          inOrder(value.cases).map((item) => (
            <CaseCard
              key={item.id}
              item={item}
              full
              note={words(definition.gated ? "rung" : "rule", { point: item.rung })}
            />
          ))
        )}
        {value.inDoubt ? <p className="text-sm">{text("inDoubt")}</p> : null}
        {value.justification === "" ? null : (
          <div>
            <p className="text-xs text-ink-2">{text("justification")}</p>
            <p className="text-sm whitespace-pre-wrap">{value.justification}</p>
          </div>
        )}
      </div>
    </Card>
  );
}
