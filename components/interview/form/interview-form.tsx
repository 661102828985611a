"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { Button } from "@/components/ui/actions/button";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { Card } from "@/components/ui/layout/card";
import { Kept } from "@/components/ui/kept/kept";
import { BottomBar } from "@/components/ui/layout/bottom-bar";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { RefusalCode } from "@/lib/errors/codes";
import { pick } from "@/lib/i18n/pick";
import type { HeldBetween } from "@/lib/interview/rules";
import type { Bilingual } from "@/lib/scoring";
import { interviewLimits } from "@/lib/interview/types";
import { DayField, TextField } from "./fields";
import { formId } from "./form-id";
import { Refused } from "./refused";
import { parts, useRecordInterview, type Part } from "./use-record-interview";

interface InterviewFormProps {
  appraisalId: string;
  version: number;
  name: string;
  heldBetween: HeldBetween;
  /** How many values must be explained because the policy asks; 0 where it does not. */
  deducted: number;
  /** The band from which the policy asks for directions; null where it does not ask here. */
  directionsFrom: Bilingual | null;
  shut: RefusalCode | null;
}

export function InterviewForm(props: InterviewFormProps) {
  const { appraisalId, name, heldBetween, deducted, directionsFrom, shut } = props;
  const text = useTranslations("interview");
  const { locale } = useReader();
  const { ofFault, ofAnswer } = useRefusalText();
  const work = useRecordInterview({
    ...props,
    deductionsRequired: deducted > 0,
    directionsRequired: directionsFrom !== null,
  });
  const messageOf = (part: Part) => ofFault(work.faults[part]);
  const bound = (part: Part) => ({
    value: work.form[part],
    onChange: (value: string) => work.change(part, value),
    label: text(`form.${part}`),
    error: messageOf(part),
  });
  const faults = parts.flatMap((part) => {
    const message = messageOf(part);
    if (message === undefined) return [];
    const label = text(`form.${part}`);
    return [{ fieldId: part, message: text("form.fault", { label, message }) }];
  });
  const field = (part: Exclude<Part, "heldOn">, hint: string) => (
    <TextField
      {...bound(part)}
      part={part}
      hint={hint}
      limit={interviewLimits[part]}
      optional={part === "deductions" && deducted === 0}
      rows={part === "minutes" ? 5 : 3}
    />
  );
  return (
    <form
      method="post"
      id={formId}
      noValidate
      onSubmit={work.ask}
      className="no-print min-w-0 lg:sticky lg:top-4"
    >
      <Card title={text("form.title")} note={text("form.note")}>
        <div className="grid gap-4">
          <Kept form={work.keep}>
            <ErrorSummary errors={faults} attempt={work.attempts} />
            <DayField {...bound("heldOn")} hint={text("form.heldOnHint")} between={heldBetween} />
            {field("good", text("form.goodHint"))}
            {field("short", text("form.shortHint"))}
            {field(
              "direction",
              directionsFrom === null
                ? text("form.directionHint")
                : text("form.directionRequired", { band: pick(directionsFrom, locale) }),
            )}
            {field(
              "deductions",
              deducted > 0
                ? text("form.deductionsRequired", { count: deducted })
                : text("form.deductionsOptional"),
            )}
            {field("minutes", text("form.minutesHint"))}
          </Kept>
          <Refused answer={work.answer} appraisalId={appraisalId} onReload={work.reload} />
        </div>
      </Card>
      <BottomBar status={work.changed ? text("form.unsaved") : undefined}>
        <Button
          type="submit"
          variant="primary"
          disabledReason={shut === null ? null : ofAnswer({ ok: false, code: shut })}
        >
          {text("form.submit")}
        </Button>
      </BottomBar>
      <ConfirmDialog
        open={work.confirming}
        onOpenChange={(open) => (open ? undefined : work.cancel())}
        title={text("confirm.title", { name })}
        description={text("confirm.body", { name })}
        confirmLabel={text("confirm.action", { name })}
        pending={work.pending}
        onConfirm={() => void work.record()}
      />
    </form>
  );
}
