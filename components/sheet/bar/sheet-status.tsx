"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { SaveStatus, type SaveState } from "@/components/ui/feedback/save-status";
import type { SaveProgress } from "../state/types";
import type { SheetEditor } from "../state/use-sheet";
import { useReader } from "@/components/reader/use-reader";

interface SheetStatusProps {
  editor: Pick<SheetEditor, "progress" | "framework" | "result" | "missing">;
}

function stateOf(progress: SaveProgress, reason: string | undefined): SaveState {
  if (progress.kind === "saved") return { kind: "saved", at: new Date(progress.at) };
  if (progress.kind === "failed") return { kind: "failed", reason };
  return { kind: progress.kind };
}

/** Saved or not, and what is still missing: always in sight. */
export function SheetStatus({ editor }: SheetStatusProps) {
  const { progress } = editor;
  const { ofAnswer } = useRefusalText();
  const bar = useTranslations("sheet.bar");
  const unfinished = editor.result.values.filter(({ complete }) => !complete).length;
  const reason =
    progress.kind === "failed"
      ? (ofAnswer({ ok: false, code: progress.code }) ?? undefined)
      : undefined;
  return (
    <>
      <SaveStatus state={stateOf(progress, reason)} />
      <span className="max-md:hidden">
        <StillMissing editor={editor} />
      </span>
      <span className="md:hidden">
        {editor.missing.length === 0
          ? bar("completeShort")
          : bar("missingShort", { count: unfinished || editor.missing.length })}
      </span>
    </>
  );
}

/** More names than this would push the buttons into a second line. */
const NAMED = 3;

/** In one line: unfinished values by name, or the number of other things. */
function StillMissing({ editor }: SheetStatusProps) {
  const text = useTranslations("sheet.bar");
  const words = useTranslations("common.words");
  const { text: pick } = useReader();
  const { framework, result, missing } = editor;
  const unfinished = framework.values.filter((_, index) => !result.values[index]?.complete);
  if (missing.length === 0) return text("complete");
  if (unfinished.length === 0) return text("missing", { count: missing.length });
  if (unfinished.length > NAMED) return text("missingCount", { count: unfinished.length });
  const values = unfinished.map(({ name }) => pick(name)).join(words("separator"));
  return text("missingValues", { count: unfinished.length, values });
}
