"use client";
import { useTranslations } from "next-intl";
import { progressOf } from "@/components/autosave/progress";
import { SavedState } from "@/components/autosave/saved-state";
import { useReader } from "@/components/reader/use-reader";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { LeaveGuard } from "@/components/sheet/bar/leave-guard";
import { SheetNotices } from "@/components/sheet/bar/sheet-notices";
import { Button } from "@/components/ui/actions/button";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { Card } from "@/components/ui/layout/card";
import { BottomBar } from "@/components/ui/layout/bottom-bar";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import type { RefusalCode } from "@/lib/errors/codes";
import { pick } from "@/lib/i18n/pick";
import type { HeldBetween } from "@/lib/interview/rules/talk";
import type { Bilingual } from "@/lib/scoring";
import type { InterviewForm as Form } from "@/lib/interview/types";
import { interviewLimits, type InterviewDraft, type TalkingPoint } from "@/lib/interview/types";
import { Clash } from "./clash";
import { DayField, TextField, type TextPart } from "./fields";
import { minutesKey } from "./minutes";
import { formId } from "./form-id";
import { Refused } from "./refused";
import { Told, toldId } from "./told";
import { parts, useRecordInterview, type Part } from "./use-record-interview";

interface InterviewFormProps {
  appraisalId: string;
  version: number;
  name: string;
  draft: InterviewDraft;
  heldBetween: HeldBetween;
  /** The values whose deductions and facts are to be explained. */
  deducted: readonly TalkingPoint[];
  /** Whether the policy asks for them in writing and face to face. */
  deductionsRequired: boolean;
  /** The band from which the policy asks for directions; null where it does not ask here. */
  directionsFrom: Bilingual | null;
  shut: RefusalCode | null;
}

export function InterviewForm(props: InterviewFormProps) {
  const { appraisalId, name, heldBetween, deducted, deductionsRequired, directionsFrom, shut } =
    props;
  const text = useTranslations("interview");
  const { locale } = useReader();
  const { ofFault, ofCode } = useRefusalText();
  const work = useRecordInterview({
    ...props,
    mustTell: deductionsRequired ? deducted.map(({ key }) => key) : [],
    writable: shut === null,
    directionsRequired: directionsFrom !== null,
  });
  const messageOf = (part: Part) => ofFault(work.faults[part]);
  const bound = (part: Part) => ({
    value: work.form[part],
    onChange: (value: string) => work.change(part, value),
    label: text(`form.${part}`),
    error: messageOf(part),
  });
  const faults = parts.flatMap((part): { fieldId: string; message: string }[] => {
    const message = messageOf(part);
    if (message === undefined) return [];
    const label = text(`form.${part}`);
    return [{ fieldId: part, message: text("form.fault", { label, message }) }];
  });
  const untold = ofFault(work.faults.told);
  if (untold !== undefined) faults.push({ fieldId: toldId, message: untold });
  const field = (part: TextPart, hint: string) => (
    <TextField
      {...bound(part)}
      part={part}
      hint={hint}
      limit={interviewLimits[part]}
      optional={part === "deductions" && !deductionsRequired}
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
          <SheetNotices
            editor={{ ...work.snapshot, unsaved: work.unsaved, session: work.session }}
          />
          {work.theirs === null ? null : (
            <Clash
              theirs={differing(work.form, work.theirs, (part) => text(`form.${part}`))}
              onKeepOurs={() => work.session.keepOurs(minutesKey)}
              onTakeTheirs={() => work.session.takeTheirs(minutesKey)}
            />
          )}
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
            deductionsRequired
              ? text("form.deductionsRequired", { count: deducted.length })
              : text("form.deductionsOptional"),
          )}
          <Told
            points={deducted}
            required={deductionsRequired}
            told={work.form.told}
            error={untold}
            onTell={work.tell}
          />
          {field("minutes", text("form.minutesHint"))}
          <Refused answer={work.answer} appraisalId={appraisalId} onReload={work.reload} />
        </div>
      </Card>
      <BottomBar status={<SavedState progress={progressOf(work.snapshot)} />}>
        <Button
          type="submit"
          variant="primary"
          disabledReason={shut === null ? null : ofCode(shut)}
        >
          {text("form.submit")}
        </Button>
      </BottomBar>
      <ConfirmDialog
        keep={null}
        open={work.confirming}
        onOpenChange={(open) => (open ? undefined : work.cancel())}
        title={text("confirm.title", { name })}
        description={text("confirm.body", { name })}
        confirmLabel={text("confirm.action", { name })}
        pending={work.pending}
        onConfirm={() => void work.record()}
      />
      <LeaveGuard session={work.session} />
    </form>
  );
}

/** What the server holds where it differs from this page; which boxes are ticked has no text of its own. */
function differing(ours: Form, theirs: Form, label: (part: Part | "told") => string) {
  const texts = parts
    .filter((part) => theirs[part] !== ours[part])
    .map((part) => ({ label: label(part), text: theirs[part] }));
  return texts.length > 0 ? texts : [{ label: label("told"), text: theirs.told.join(" · ") }];
}
