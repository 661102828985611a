"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { Arithmetic } from "@/components/dossier/sums/arithmetic";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { useToast } from "@/components/ui/feedback/toast";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { formatScore } from "@/lib/scoring/format";
import { sumsOf } from "@/lib/sheet/rules";
import { useReader } from "../reader";

interface SubmitDialogProps {
  editor: SheetEditor;
  name: string;
  onClose: () => void;
}

/** What handing in will do, before it is done: the sheet is frozen until somebody returns it. */
export function SubmitDialog({ editor, name, onClose }: SubmitDialogProps) {
  const text = useTranslations("manager-scoring.submit");
  const reader = useReader();
  const router = useRouter();
  const toast = useToast();
  const { ofAnswer } = useRefusalText();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { result } = editor;
  const sums = sumsOf(editor, result);
  const verified = result.audit.verify.length;
  const referred = result.audit.refer.length;
  const approved = result.audit.approve.length;
  const total = formatScore(result.totalSoFar);
  const send = async () => {
    setPending(true);
    const answer = await editor.submit<{ version: number }>("manager-scoring.submit");
    setPending(false);
    if (answer.ok) {
      toast({ title: text("done", { name }) });
      onClose();
      router.refresh();
    } else setRefusal(answer.code === "unsaved" ? text("unsaved") : ofAnswer(answer));
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={text("title", { name })}
      description={text("description")}
      confirmLabel={text("confirm")}
      pending={pending}
      onConfirm={() => void send()}
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
      {refusal === null ? null : (
        <p role="alert" className="text-sm text-rust">
          {refusal}
        </p>
      )}
    </ConfirmDialog>
  );
}
