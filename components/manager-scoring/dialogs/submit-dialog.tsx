"use client";

import { useTranslations } from "next-intl";
import { useSend } from "@/components/command/use-send";
import { Arithmetic } from "@/components/dossier/sums/arithmetic";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { useToast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { postCommand } from "@/lib/commands/client";
import { formatScore } from "@/lib/scoring/format";
import { sumsOf } from "@/lib/sheet/rules";
import { useReader } from "@/components/reader/use-reader";

interface SubmitDialogProps {
  editor: SheetEditor;
  name: string;
  onClose: () => void;
}

/** What handing in will do, before it is done: the sheet is frozen until somebody returns it. */
export function SubmitDialog({ editor, name, onClose }: SubmitDialogProps) {
  const text = useTranslations("manager-scoring.submit");
  const reader = useReader();
  const toast = useToast();
  const submission = useSend(
    () => editor.submit((target) => postCommand("manager-scoring.submit", target)),
    {
      words: { unsaved: text("unsaved") },
      onDone: () => {
        toast({ title: text("done", { name }) });
        onClose();
      },
    },
  );
  const { result } = editor;
  const sums = sumsOf(editor, result);
  const verified = result.audit.verify.length;
  const referred = result.audit.refer.length;
  const approved = result.audit.approve.length;
  const total = formatScore(result.totalSoFar);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={text("title", { name })}
      description={text("description")}
      confirmLabel={text("confirm")}
      pending={submission.pending}
      onConfirm={() => void submission.send(undefined)}
    >
      <Arithmetic sums={sums} />
      <ul className="list-disc ps-5 text-sm">
        <li>
          {result.band === null
            ? text("total", { total })
            : text("totalBand", { total, band: reader.text(result.band.name) })}
        </li>
        {referred === 0 ? null : <li>{text("referred", { count: referred })}</li>}
        {verified === 0 ? null : <li>{text("verified", { count: verified })}</li>}
        {sums.consequences.map(({ code, text: words }) => (
          <li key={code}>{text("proposed", { consequence: reader.text(words) })}</li>
        ))}
        {approved === 0 ? null : <li>{text("approved", { count: approved })}</li>}
      </ul>
      {submission.problem === null ? null : (
        <p role="alert" className="text-sm text-rust">
          {submission.problem}
        </p>
      )}
    </ConfirmDialog>
  );
}
