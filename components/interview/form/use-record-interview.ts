"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { useCommand } from "@/components/command/use-command";
import { useToast } from "@/components/ui/feedback/toast";
import type { HeldBetween } from "@/lib/interview/rules";
import { interviewFormSchema, type InterviewForm } from "@/lib/interview/schema";

export const parts = ["heldOn", "good", "short", "direction", "deductions", "minutes"] as const;
export type Part = (typeof parts)[number];

interface Asks {
  readonly appraisalId: string;
  readonly version: number;
  readonly name: string;
  readonly heldBetween: HeldBetween;
  readonly deductionsRequired: boolean;
  readonly directionsRequired: boolean;
}

/** The form of one interview: checked here as on the server, confirmed in a dialog, kept through every refusal. */
export function useRecordInterview(asks: Asks) {
  const { appraisalId, version, name } = asks;
  const text = useTranslations("interview");
  const router = useRouter();
  const toast = useToast();
  const { pending, answer, send } = useCommand<unknown>("interview.record");
  const [confirming, setConfirming] = useState<InterviewForm | null>(null);
  const form = useForm<InterviewForm>({
    resolver: zodResolver(interviewFormSchema(asks)),
    defaultValues: {
      heldOn: asks.heldBetween.to,
      good: "",
      short: "",
      direction: "",
      deductions: "",
      minutes: "",
    },
    shouldFocusError: false,
  });
  const { isDirty } = form.formState;
  useWarningBeforeLeaving(isDirty && answer?.ok !== true);

  const record = async () => {
    if (confirming === null) return;
    const result = await send({ appraisalId, version, ...confirming });
    setConfirming(null);
    if (result.ok) {
      toast({ title: text("confirm.done", { name }) });
      router.refresh();
      return;
    }
    const faults = "fields" in result ? (result.fields ?? {}) : {};
    for (const part of parts) {
      const fault = faults[part];
      if (fault !== undefined) form.setError(part, { type: "server", message: fault.code });
    }
  };

  return {
    form,
    pending,
    answer,
    confirming: confirming !== null,
    ask: form.handleSubmit((values) => setConfirming(values)),
    record,
    cancel: () => setConfirming(null),
    reload: () => router.refresh(),
  };
}

/** What is typed here is kept on this page alone, never on the device, so leaving must be a decision. */
function useWarningBeforeLeaving(unsent: boolean) {
  useEffect(() => {
    if (!unsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsent]);
}
