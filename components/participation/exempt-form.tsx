"use client";
import { useTranslations } from "next-intl";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useForm } from "@/components/command/use-form";
import { useToast } from "@/components/ui/feedback/toast";
import type { ChangeFormProps } from "./change-dialog";
import { FormButtons, PersonField, ReasonField } from "./person-reason";

export function ExemptForm({ cycle: { id, version }, keep, onClose }: ChangeFormProps) {
  const text = useTranslations("participation");
  const toast = useToast();
  const exempting = useCommand("participation.exempt", {
    keeps: keep,
    onDone: () => {
      onClose();
      toast({ title: text("exempt.done") });
    },
  });
  const { pending, errorOf, problem } = exempting;
  const formProps = useForm(exempting, (field) => ({
    ...{ cycleId: id, version, number: field("number"), reason: field("reason") },
  }));
  return (
    <form {...formProps} className="grid gap-4">
      <Problem text={problem} />
      <PersonField errorOf={errorOf} />
      <ReasonField errorOf={errorOf} hint={text("reasonHint")} />
      <FormButtons label={text("exempt.confirm")} {...{ pending, onClose }} />
    </form>
  );
}
