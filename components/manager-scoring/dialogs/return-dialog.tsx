"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSend } from "@/components/command/use-send";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { useToast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { postCommand } from "@/lib/commands/client";
import { RETURN_REASON_MAX } from "@/lib/manager-scoring/types";
import { useReader } from "@/components/reader/use-reader";

interface ReturnDialogProps {
  appraisalId: string;
  editor: SheetEditor;
  name: string;
  /** Where the manager was looking when asking for more. */
  value: string;
  onClose: () => void;
}

/** Mounted when opened. A refusal keeps what was typed; a return keeps the manager's own draft. */
export function ReturnDialog(props: ReturnDialogProps) {
  const { appraisalId, editor, name, value: looked, onClose } = props;
  const text = useTranslations("manager-scoring.return");
  const reader = useReader();
  const [value, setValue] = useState(looked);
  const [rung, setRung] = useState("");
  const [reason, setReason] = useState("");
  const keep = `manager-scoring.return:${appraisalId}`;
  const { send, pending, errorOf, problem } = useReturn(editor, name, keep);
  const values = editor.framework.values;
  const definition = values.find(({ key }) => key === value);
  const rungs = definition?.rungs ?? [];
  const gated = definition?.gated === false ? "no" : "yes";
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={text("title")}
      description={text("description", { name })}
      keep={keep}
      confirmLabel={text("confirm", { name })}
      pending={pending}
      onConfirm={() => void send({ value, rung: rung === "" ? null : Number(rung), reason })}
    >
      <Field label={text("value")} required error={errorOf("value")}>
        <Select
          name="value"
          value={value}
          options={values.map(({ key, name: of }) => ({ value: key, label: reader.text(of) }))}
          onChange={(event) => {
            setValue(event.target.value);
            setRung("");
          }}
        />
      </Field>
      <Field label={text("rung", { gated })} error={errorOf("rung")}>
        <Select
          name="rung"
          value={rung}
          placeholder={text("wholeValue")}
          options={rungs.map(({ point, statement }) => ({
            value: String(point),
            label: text("rungOption", { point, gated, statement: reader.text(statement) }),
          }))}
          onChange={(event) => setRung(event.target.value)}
        />
      </Field>
      <Field
        label={text("reason")}
        required
        hint={text("reasonHint")}
        error={errorOf("reason")}
        aside={<TextCount used={reason.length} limit={RETURN_REASON_MAX} />}
      >
        <TextArea
          name="reason"
          value={reason}
          rows={4}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      {problem === null ? null : (
        <p role="alert" className="text-sm text-rust">
          {problem}
        </p>
      )}
    </ConfirmDialog>
  );
}

interface ReturnInput {
  readonly value: string;
  readonly rung: number | null;
  readonly reason: string;
}

function useReturn(editor: SheetEditor, name: string, keep: string) {
  const text = useTranslations("manager-scoring.return");
  const toast = useToast();
  return useSend(
    (input: ReturnInput) =>
      editor.submit((target) =>
        postCommand("manager-scoring.return-self-review", { ...target, ...input }),
      ),
    {
      keeps: keep,
      // Asked for before anything is saved and sent.
      check: ({ reason }) => (reason.trim() === "" ? { reason: { code: "reason_required" } } : {}),
      words: { unsaved: text("unsaved") },
      onDone: () => toast({ title: text("done", { name }) }),
    },
  );
}
