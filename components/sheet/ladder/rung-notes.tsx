"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/feedback/notice";

/** Why something came back, pinned to a rung, to a value (`rung` null) or to the whole sheet (`value` null). */
export interface PinnedNote {
  readonly id: string;
  readonly value: string | null;
  readonly rung: number | null;
  readonly reason: string;
}

export function RungNotes({ notes }: { notes: readonly PinnedNote[] }) {
  const text = useTranslations("sheet.ladder");
  return notes.map((note) => (
    <Notice key={note.id} tone="warn" title={text("returned")}>
      <p className="whitespace-pre-wrap">{note.reason}</p>
    </Notice>
  ));
}
