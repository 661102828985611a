"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useForm } from "@/components/command/use-form";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { Dialog } from "@/components/ui/overlay/dialog";
import type { Stage } from "@/lib/appraisal/types";
import { windowReasonLimit } from "@/lib/cycle/types";

interface ExtendWindowProps {
  target: { cycleId: string; version: number; stage: Stage };
  /** Wall-clock time of the company, as the input wants it. */
  closesAt: string;
  closesText: string;
}

export function ExtendWindow({ target, closesAt, closesText }: ExtendWindowProps) {
  const text = useTranslations("cycle");
  const common = useTranslations("common.actions");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const stage = text(`stages.${target.stage}`);
  const keep = `cycle.change-window:${target.cycleId}:${target.stage}`;
  const extend = useCommand("cycle.change-window", {
    keeps: keep,
    onDone: () => {
      setOpen(false);
      toast({ title: text("windows.done", { stage }) });
    },
  });
  const { pending, errorOf, problem } = extend;
  const formProps = useForm(extend, (field) => ({
    ...target,
    closesAt: field("closesAt"),
    reason: field("reason"),
  }));
  return (
    <>
      <Button
        size="sm"
        aria-label={text("windows.extendStage", { stage })}
        onClick={() => setOpen(true)}
      >
        {text("windows.extend")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        keep={keep}
        title={text("windows.extendTitle", { stage })}
        description={text("windows.extendBody", { moment: closesText })}
      >
        <form {...formProps} className="grid gap-4">
          <Problem text={problem} />
          <Field label={text("windows.newDeadline")} error={errorOf("closesAt")} required>
            <DateInput
              type="datetime-local"
              name="closesAt"
              min={closesAt}
              defaultValue={closesAt}
            />
          </Field>
          <Field
            label={text("windows.reason")}
            hint={text("windows.reasonHint")}
            error={errorOf("reason")}
            required
          >
            <TextArea name="reason" rows={3} maxLength={windowReasonLimit} />
          </Field>
          <div className="flex flex-wrap justify-end gap-3">
            <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
            <Button type="submit" variant="primary" pending={pending}>
              {text("windows.confirm")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
