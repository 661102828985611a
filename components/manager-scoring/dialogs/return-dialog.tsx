"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/command/use-refusal-text";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { useToast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { FieldFault } from "@/lib/errors/outcome";
import { RETURN_REASON_MAX } from "@/lib/manager-scoring/types";
import { useReader } from "../reader";

interface ReturnDialogProps {
  editor: SheetEditor;
  name: string;
  /** Where the manager was looking when asking for more. */
  value: string;
  onClose: () => void;
}

type Faults = Readonly<Record<string, FieldFault>>;

/** Mounted when opened. A refusal keeps what was typed; a return keeps the manager's own draft. */
export function ReturnDialog({ editor, name, value: looked, onClose }: ReturnDialogProps) {
  const text = useTranslations("manager-scoring.return");
  const reader = useReader();
  const { ofFault } = useRefusalText();
  const [value, setValue] = useState(looked);
  const [rung, setRung] = useState("");
  const [reason, setReason] = useState("");
  const { send, pending, faults, refusal } = useReturn(editor, () => text("done", { name }));
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
      confirmLabel={text("confirm", { name })}
      pending={pending}
      onConfirm={() => void send({ value, rung: rung === "" ? null : Number(rung), reason })}
    >
      <Field label={text("value")} required error={ofFault(faults["value"])}>
        <Select
          value={value}
          options={values.map(({ key, name: of }) => ({ value: key, label: reader.text(of) }))}
          onChange={(event) => {
            setValue(event.target.value);
            setRung("");
          }}
        />
      </Field>
      <Field label={text("rung", { gated })} error={ofFault(faults["rung"])}>
        <Select
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
        error={ofFault(faults["reason"])}
        aside={<TextCount used={reason.length} limit={RETURN_REASON_MAX} />}
      >
        <TextArea value={reason} rows={4} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {refusal === null ? null : (
        <p role="alert" className="text-sm text-rust">
          {refusal}
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

function useReturn(editor: SheetEditor, done: () => string) {
  const text = useTranslations("manager-scoring.return");
  const { ofAnswer } = useRefusalText();
  const router = useRouter();
  const toast = useToast();
  const [pending, setPending] = useState(false);
  const [faults, setFaults] = useState<Faults>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (input: ReturnInput) => {
    setFaults({});
    setRefusal(null);
    if (input.reason.trim() === "") {
      setFaults({ reason: { code: "reason_required" } });
      return;
    }
    setPending(true);
    const answer = await editor.submit<{ version: number }>("manager-scoring.return-self-review", {
      ...input,
    });
    setPending(false);
    if (answer.ok) {
      toast({ title: done() });
      router.refresh();
    } else if (answer.code === "unsaved") setRefusal(text("unsaved"));
    else if (answer.code === "invalid_input" && answer.fields !== undefined)
      setFaults(answer.fields);
    else setRefusal(ofAnswer(answer));
  };
  return { send, pending, faults, refusal };
}
