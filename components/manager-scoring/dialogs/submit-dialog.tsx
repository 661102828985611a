"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSend } from "@/components/command/use-send";
import { Arithmetic } from "@/components/dossier/sums/arithmetic";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { UnchangedValues, unchangedOf } from "@/components/sheet/bar/unchanged-values";
import { useToast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { postCommand } from "@/lib/commands/client";
import { formatScore } from "@/lib/scoring/format";
import { sumsOf } from "@/lib/sheet/rules";
import { OtherScores, otherScoresOf } from "./other-scores";
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
    (confirmed: { unchanged: boolean; textsStand: boolean }) =>
      editor.submit((target) => postCommand("manager-scoring.submit", { ...target, ...confirmed })),
    {
      words: { unsaved: text("unsaved") },
      onDone: () => {
        toast({ title: text("done", { name }) });
        onClose();
      },
    },
  );
  const same = unchangedOf(submission.answer);
  const others = otherScoresOf(submission.answer);
  // What was confirmed on the way stays confirmed when the next thing is asked.
  const [asItIs, setAsItIs] = useState(false);
  const submit = () => {
    const unchanged = asItIs || same.length > 0;
    setAsItIs(unchanged);
    void submission.send({ unchanged, textsStand: others.length > 0 });
  };
  const { result } = editor;
  const sums = sumsOf(editor, result);
  const verified = new Set([...result.audit.verify, ...result.audit.sanction]).size;
  const grounds = result.audit.sanction.length;
  const referred = result.audit.refer.length;
  const approved = result.audit.approve.length;
  const total = formatScore(result.totalSoFar);
  return (
    <ConfirmDialog
      keep={null}
      open
      onOpenChange={onClose}
      title={text("title", { name })}
      description={text("description")}
      confirmLabel={text(
        others.length > 0 ? "otherScore.confirm" : same.length > 0 ? "asItIs" : "confirm",
      )}
      pending={submission.pending}
      onConfirm={submit}
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
        {grounds === 0 ? null : <li>{text("grounds", { count: grounds })}</li>}
        {approved === 0 ? null : <li>{text("approved", { count: approved })}</li>}
      </ul>
      <UnchangedValues keys={same} framework={editor.framework} />
      <OtherScores texts={others} editor={editor} />
      {submission.problem === null || same.length > 0 || others.length > 0 ? null : (
        <p role="alert" className="text-sm text-rust">
          {submission.problem}
        </p>
      )}
    </ConfirmDialog>
  );
}
