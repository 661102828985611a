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
import { disputeId } from "../state/ids";
import type { SheetEditor } from "../state/use-sheet";
import { useReader } from "@/components/reader/use-reader";

interface DisputeProps {
  editor: Pick<SheetEditor, "slots" | "session">;
  definition: ValueDefinition;
}

/**
 * Two versions of one value: neither goes over the other before the person has chosen. It comes while somebody types, so it
 * stands above the ladder, which goes on holding this page's version, and never takes the focus by itself.
 */
export function Dispute({ editor, definition }: DisputeProps) {
  const text = useTranslations("sheet.dispute");
  const { text: pick } = useReader();
  const slot = editor.slots[definition.key];
  if (slot === undefined || slot.theirs === null) return null;
  const { keepOurs, takeTheirs } = editor.session;
  const title = text("title", { value: pick(definition.name) });
  return (
    <section
      id={disputeId(definition.key)}
      tabIndex={-1}
      aria-label={title}
      className="grid scroll-mt-4 gap-4 outline-none"
    >
      <Notice
        live
        tone="danger"
        title={title}
        actions={
          <>
            <Button onClick={() => keepOurs(definition.key)}>{text("keepOurs")}</Button>
            <Button onClick={() => takeTheirs(definition.key)}>{text("takeTheirs")}</Button>
          </>
        }
      >
        {text("body")}
      </Notice>
      <ServerVersion definition={definition} value={slot.theirs} />
    </section>
  );
}

function ServerVersion({ definition, value }: { definition: ValueDefinition; value: SheetValue }) {
  const text = useTranslations("sheet.dispute");
  const words = useTranslations("scoring");
  const judged = definition.rungs.filter(({ point }) => value.judgements[point] !== undefined);
  return (
    <Card title={text("theirs")} headingLevel={3}>
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
