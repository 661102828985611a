"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSend } from "@/components/command/use-send";
import { BasketList } from "@/components/dossier/basket/basket-list";
import { CollectButton } from "@/components/dossier/basket/collect-button";
import { useReasons, type Basket, type Collected } from "@/components/dossier/basket/use-basket";
import type { PinValue } from "@/components/dossier/decision/pin-fields";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { useToast } from "@/components/ui/feedback/toast";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { postCommand } from "@/lib/commands/client";
import { REVIEW_TEXT_MAX } from "@/lib/review/types";
import { useReader } from "@/components/reader/use-reader";
import { valueOf } from "@/lib/sheet/rules";
import { hasWords } from "@/lib/text/characters";

interface ReturnDialogProps {
  appraisalId: string;
  /** When the self-review was handed in. */
  submittedAt: Date | null;
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
  const values = editor.framework.values;
  const [caseId, setCaseId] = useState("");
  const draft = {
    ...{ value, rung: rung === "" ? null : Number(rung), caseId: caseId === "" ? null : caseId },
    ...{ reason, caseReason: null },
  };
  const { basket, typed, reasons, field } = useReasons(basketOf(props), draft);
  const { send, pending, errorOf, problem } = useReturn(editor, name, keep, basket);
  const pins = usePins(editor);
  const together = useTranslations("dossier.basket");
  const words = useTranslations("dossier.decision");
  const cases = (pins.find(({ key }) => key === value)?.cases ?? []).filter(
    (item) => rung === "" || item.rung === Number(rung),
  );
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
      confirmLabel={
        basket.items.length === 0
          ? text("confirm", { name })
          : together("sendAll", { count: reasons.length })
      }
      pending={pending}
      onConfirm={() => void send(reasons)}
    >
      <BasketList basket={basket} values={pins} errorOf={errorOf} />
      <Field label={text("value")} required error={errorOf(field("value"))}>
        <Select
          name="value"
          value={value}
          options={values.map(({ key, name: of }) => ({ value: key, label: reader.text(of) }))}
          onChange={(event) => {
            setValue(event.target.value);
            setRung("");
            setCaseId("");
          }}
        />
      </Field>
      <Field label={text("rung", { gated })} error={errorOf(field("rung"))}>
        <Select
          name="rung"
          value={rung}
          placeholder={text("wholeValue")}
          options={rungs.map(({ point, statement }) => ({
            value: String(point),
            label: text("rungOption", { point, gated, statement: reader.text(statement) }),
          }))}
          onChange={(event) => {
            setRung(event.target.value);
            setCaseId("");
          }}
        />
      </Field>
      {cases.length === 0 ? null : (
        <Field label={words("case")} error={errorOf(field("caseId"))} optional>
          <Select
            name="caseId"
            value={caseId}
            placeholder={words("noCase")}
            options={cases.map(({ id, rung: point, title }) => ({
              value: id,
              label: words("caseOption", { title, point, gated }),
            }))}
            onChange={(event) => setCaseId(event.target.value)}
          />
        </Field>
      )}
      <Field
        label={text("reason")}
        required={basket.items.length === 0}
        hint={text("reasonHint")}
        error={errorOf(field("reason"))}
        aside={<TextCount used={reason.length} limit={REVIEW_TEXT_MAX} />}
      >
        <TextArea
          name={field("reason")}
          data-kept="reason"
          value={reason}
          rows={4}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <CollectButton {...{ basket, draft, typed, keep }} onCollected={onClose} />
      {problem === null ? null : (
        <p role="alert" className="text-sm text-rust">
          {problem}
        </p>
      )}
    </ConfirmDialog>
  );
}

/** Where its reasons are collected: those about an earlier self-review are not for this one. */
export const basketOf = ({
  appraisalId,
  submittedAt,
}: Pick<ReturnDialogProps, "appraisalId" | "submittedAt">) =>
  `manager-scoring.collected:${appraisalId}:${submittedAt?.toISOString() ?? ""}`;

/** The values with the employee's cases. */
function usePins({ framework, sheets }: SheetEditor): readonly PinValue[] {
  const reader = useReader();
  return framework.values.map(({ key, name, rungs, gated }) => ({
    ...{ key, name: reader.text(name), rungs: rungs.length, gated },
    cases: valueOf(sheets.self, key).cases,
  }));
}

function useReturn(editor: SheetEditor, name: string, keep: string, basket: Basket) {
  const text = useTranslations("manager-scoring.return");
  const toast = useToast();
  return useSend(
    (reasons: readonly Collected[]) =>
      editor.submit((target) =>
        postCommand("manager-scoring.return-self-review", {
          ...target,
          reasons: reasons.flatMap(({ caseReason: _none, value, ...rest }) =>
            value === null ? [] : [{ ...rest, value }],
          ),
        }),
      ),
    {
      keeps: keep,
      // Asked for before anything is saved and sent.
      check: (reasons) =>
        Object.fromEntries(
          reasons.flatMap(({ reason }, at) =>
            hasWords(reason) ? [] : [[`reasons.${at}.reason`, { code: "reason_required" }]],
          ),
        ),
      words: { unsaved: text("unsaved") },
      onDone: () => {
        basket.empty();
        toast({ title: text("done", { name }) });
      },
    },
  );
}
