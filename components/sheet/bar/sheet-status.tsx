"use client";

import { useTranslations } from "next-intl";
import { SavedState } from "@/components/autosave/saved-state";
import { unfinishedKeys } from "@/lib/sheet/rules";
import { progressOf } from "@/components/autosave/progress";
import type { SaveProgress } from "@/components/autosave/types";
import type { SheetEditor } from "../state/use-sheet";
import { useReader } from "@/components/reader/use-reader";

interface SheetStatusProps {
  editor: Pick<SheetEditor, "progress" | "slots" | "framework" | "missing" | "disputed" | "closed">;
  /** Leads to where two versions of a value wait. */
  onDispute: (key: string) => void;
}

/** Saved or not, and what keeps the sheet from being handed in: always in sight. */
export function SheetStatus({ editor, onDispute }: SheetStatusProps) {
  const progress = progressOf(editor);
  const [disputed] = editor.disputed;
  return (
    <>
      <SavedState progress={progress} />
      {disputed === undefined ? (
        <Readiness editor={editor} saving={progress.kind} />
      ) : (
        <ToDispute editor={editor} disputed={disputed} onDispute={onDispute} />
      )}
    </>
  );
}

interface ToDisputeProps {
  editor: Pick<SheetEditor, "framework">;
  disputed: string;
  onDispute: (key: string) => void;
}

function ToDispute({ editor, disputed, onDispute }: ToDisputeProps) {
  const text = useTranslations("sheet.bar");
  const { text: pick } = useReader();
  const value = editor.framework.values.find(({ key }) => key === disputed);
  return (
    <button
      type="button"
      className="min-h-7 text-start link text-rust underline max-md:min-h-11"
      onClick={() => onDispute(disputed)}
    >
      {text("disputed", { value: value === undefined ? disputed : pick(value.name) })}
    </button>
  );
}

interface ReadinessProps {
  editor: Pick<SheetEditor, "framework" | "missing" | "closed">;
  saving: SaveProgress["kind"];
}

/** What cannot be saved cannot be handed in either, however complete it is. */
function Readiness({ editor, saving }: ReadinessProps) {
  const bar = useTranslations("sheet.bar");
  const unfinished = unfinishedKeys(editor.missing).length;
  const stopped = saving === "failed" || saving === "offline" || editor.closed !== null;
  if (stopped && editor.missing.length === 0) return null;
  return (
    <>
      <span className="max-md:hidden">
        <StillMissing editor={editor} />
      </span>
      <span className="md:hidden">
        {unfinished === 0 ? bar("completeShort") : bar("missingShort", { count: unfinished })}
      </span>
    </>
  );
}

/** More names than this would push the buttons into a second line. */
const NAMED = 3;

/** In one line: the unfinished values by name, or their number. */
function StillMissing({ editor }: Pick<ReadinessProps, "editor">) {
  const text = useTranslations("sheet.bar");
  const words = useTranslations("common.words");
  const { text: pick } = useReader();
  const keys = unfinishedKeys(editor.missing);
  const unfinished = editor.framework.values.filter(({ key }) => keys.includes(key));
  if (unfinished.length === 0) return text("complete");
  if (unfinished.length > NAMED) return text("missingCount", { count: unfinished.length });
  const values = unfinished.map(({ name }) => pick(name)).join(words("separator"));
  return text("missingValues", { count: unfinished.length, values });
}
