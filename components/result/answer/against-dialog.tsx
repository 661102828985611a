"use client";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { useCommand } from "@/components/command/use-command";
import { useToast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { FieldFault } from "@/lib/errors/outcome";
import { answerLimit } from "@/lib/result/types";
import { hasWords } from "@/lib/text/characters";
import { Refused } from "./refused";

interface AnswerDialogProps {
  open: boolean;
  onClose: () => void;
  appraisalId: string;
  version: number;
}

/** Against the scores. */
export function ObjectDialog(props: AnswerDialogProps) {
  const text = useTranslations("result.objectDialog");
  return (
    <AgainstDialog {...props} command="result.object" texts="objectDialog" empty="reason_required">
      <div className="grid gap-1 text-sm text-ink-2">
        <p>{text("who")}</p>
        <p>{text("next")}</p>
      </div>
    </AgainstDialog>
  );
}

/** Against the record of the interview: what was otherwise than it says. */
export function ContestDialog(props: AnswerDialogProps) {
  return (
    <AgainstDialog
      {...props}
      command="result.contest-minutes"
      texts="contestDialog"
      empty="difference_required"
    />
  );
}

interface AgainstDialogProps extends AnswerDialogProps {
  command: "result.object" | "result.contest-minutes";
  texts: "objectDialog" | "contestDialog";
  empty: "reason_required" | "difference_required";
  children?: ReactNode;
}

/** Stays mounted while closed, so that what is half written is still there when it is opened again. */
function AgainstDialog(props: AgainstDialogProps) {
  const { open, onClose, appraisalId, version, command, texts, empty, children } = props;
  const text = useTranslations(`result.${texts}`);
  const [words, setWords] = useState("");
  const toast = useToast();
  const keep = `${command}:${appraisalId}`;
  const { pending, answer, errorOf, send } = useCommand(command, {
    keeps: keep,
    check: ({ text: given }) => faultsOf(given, empty),
    onDone: () => {
      toast({ title: text("done") });
      onClose();
    },
  });
  const refusedText = errorOf("text");
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      title={text("title")}
      description={text("body")}
      keep={keep}
      confirmLabel={text("action")}
      pending={pending}
      onConfirm={() => void send({ appraisalId, version, text: words })}
    >
      <Field
        label={text("field")}
        hint={text("hint")}
        required
        error={refusedText}
        aside={<TextCount used={words.length} limit={answerLimit} />}
      >
        <TextArea
          name="text"
          rows={6}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      {children}
      {refusedText === undefined ? <Refused answer={answer} /> : null}
    </ConfirmDialog>
  );
}

function faultsOf(
  words: string,
  empty: AgainstDialogProps["empty"],
): Readonly<Record<string, FieldFault>> {
  if (!hasWords(words)) return { text: { code: empty } };
  return words.trim().length > answerLimit
    ? { text: { code: "too_long", data: { max: answerLimit } } }
    : {};
}
