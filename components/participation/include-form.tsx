"use client";
import { useTranslations } from "next-intl";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useForm } from "@/components/command/use-form";
import { ScheduleFields } from "@/components/cycle/windows/schedule-fields";
import { readWindows } from "@/components/cycle/windows/window-field";
import { useToast } from "@/components/ui/feedback/toast";
import { scheduleFrom } from "@/lib/cycle/rules/windows";
import { dayIn } from "@/lib/i18n/zone";
import type { ChangeFormProps } from "./change-dialog";
import { FormButtons, PersonField, ReasonField } from "./person-reason";

/** Somebody joins a running cycle: the windows are their own, from today by the rule or as they are set. */
export function IncludeForm({ cycle, now, keep, onClose }: ChangeFormProps) {
  const text = useTranslations("participation");
  const toast = useToast();
  const { id, version, timeZone } = cycle;
  const including = useCommand("participation.include", {
    keeps: keep,
    onDone: () => {
      onClose();
      toast({ title: text("include.done") });
    },
  });
  const { pending, errorOf, problem } = including;
  const formProps = useForm(including, (field) => ({
    ...{ cycleId: id, version, number: field("number"), reason: field("reason") },
    windows: readWindows(field),
  }));
  return (
    <form {...formProps} className="grid gap-4">
      <Problem text={problem} />
      <PersonField errorOf={errorOf} />
      <ReasonField errorOf={errorOf} hint={text("reasonHint")} />
      <ScheduleFields proposed={scheduleFrom(dayIn(now, timeZone), "together")} errorOf={errorOf} />
      <FormButtons label={text("include.confirm")} {...{ pending, onClose }} />
    </form>
  );
}
