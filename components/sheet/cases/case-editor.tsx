"use client";

import { Trash2 } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import type { RungDefinition } from "@/lib/scoring";
import { caseFaults, isWritten } from "@/lib/sheet/rules";
import type { CaseMark } from "@/lib/rounds/types";
import type { SheetCase, Side } from "@/lib/sheet/types";
import { isBlank } from "../state/edits";
import type { ValueEditor } from "../state/use-value-editor";
import { CaseCard, Marked } from "./case-card";
import { CaseChecks } from "./case-checks";
import { CaseFields } from "./case-fields";
import { CaseLength } from "./case-length";
import { MoveCase } from "./move-case";

interface CaseEditorProps {
  item: SheetCase;
  rung: RungDefinition;
  side: Side;
  editor: ValueEditor;
  /** Why it does not count, in words. */
  note: string | null;
  mark: CaseMark | undefined;
}

/** A case of one's own side: open while it is being written, a card to open again afterwards. */
export function CaseEditor({ item, rung, side, editor, note, mark }: CaseEditorProps) {
  const text = useTranslations("sheet.case");
  const actions = useTranslations("common.actions");
  const problem = useTranslations("scoring.problem");
  const words = useTranslations("common.words");
  const toast = useToast();
  const [open, setOpen] = useState(() => caseFaults(item).length > 0);
  const named = item.title.trim() || text("untitled");
  const refused = Object.keys(editor.faults).some((path) => path.startsWith(`cases.${item.id}`));
  // It stays open while what was refused is being put right.
  if (refused && !open) setOpen(true);
  const remove = () => {
    const undo = editor.removeCase(rung, item.id);
    toast({ title: text("removed"), action: { label: actions("undo"), onAction: undo } });
  };
  const thin = caseFaults(item).map((fault) => problem(fault));
  const waiting = thin.length === 0 ? [] : [text("unwritten")];
  if (!open) {
    return (
      <CaseCard
        item={item}
        mark={mark}
        note={
          [...(note === null ? [] : [note]), ...thin, ...waiting].join(words("separator")) || null
        }
        actions={
          <>
            <MoveCase item={item} rung={rung} editor={editor} />
            <Button
              size="sm"
              variant="quiet"
              aria-label={text("editNamed", { title: named })}
              onClick={() => setOpen(true)}
            >
              {text("edit")}
            </Button>
          </>
        }
      />
    );
  }
  const against = item.kind === "contradicts";
  return (
    <section
      aria-label={named}
      className={`grid gap-3 rounded-lg border p-3 md:p-4 ${against ? "border-rust/35 bg-rust-soft/25" : "border-amber-line bg-amber-wash"}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="flex flex-wrap items-center gap-x-2 text-sm font-semibold">
          {text(against ? "newContradicts" : isBlank(item) ? "new" : "supports")}
          <Marked mark={mark} />
        </p>
        <CaseLength item={item} />
      </div>
      {note ? <p className="text-xs text-ink-2">{note}</p> : null}
      {isWritten(item) ? null : <p className="text-xs text-ink-2">{text("unwritten")}</p>}
      {against && rung.grant === "presumed" ? (
        <p className="text-xs text-ink-2">{text("contradictsHint")}</p>
      ) : null}
      {against ? null : <CaseChecks />}
      <CaseFields item={item} side={side} editor={editor} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-xs text-ink-2">{text("privacy")}</p>
        <div className="flex flex-wrap gap-2">
          {isBlank(item) ? null : <MoveCase item={item} rung={rung} editor={editor} />}
          <Button
            size="sm"
            variant="quiet"
            icon={<Icon of={Trash2} className="size-4" />}
            aria-label={text("removeNamed", { title: named })}
            onClick={remove}
          >
            {text("remove")}
          </Button>
          <Button size="sm" onClick={() => setOpen(false)}>
            {text("done")}
          </Button>
        </div>
      </div>
    </section>
  );
}
