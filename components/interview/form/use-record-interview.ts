"use client";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { useToast } from "@/components/ui/feedback/toast";
import { type InterviewAsks, type InterviewFaults, interviewFaults } from "@/lib/interview/rules";
import type { InterviewForm } from "@/lib/interview/types";

export const parts = ["heldOn", "good", "short", "direction", "deductions", "minutes"] as const;
export type Part = (typeof parts)[number];

interface Asks extends InterviewAsks {
  readonly appraisalId: string;
  readonly version: number;
  readonly name: string;
}

/** The form of one interview: checked here as on the server, confirmed in a dialog, kept through every refusal. */
export function useRecordInterview(asks: Asks) {
  const { appraisalId, version, name } = asks;
  const text = useTranslations("interview");
  const router = useRouter();
  const toast = useToast();
  const keep = `interview.record:${appraisalId}`;
  const { pending, answer, send } = useCommand("interview.record", {
    keeps: keep,
    onDone: () => toast({ title: text("confirm.done", { name }) }),
  });
  const [form, setForm] = useState<InterviewForm>({
    heldOn: asks.heldBetween.to,
    good: "",
    short: "",
    direction: "",
    deductions: "",
    minutes: "",
  });
  const [changed, setChanged] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const [refused, setRefused] = useState<InterviewFaults>({});
  const [confirming, setConfirming] = useState(false);
  useWarningBeforeLeaving(changed && answer?.ok !== true);

  const change = (part: Part, value: string) => {
    setForm((now) => ({ ...now, [part]: value }));
    setRefused(({ [part]: _, ...rest }) => rest);
    setChanged(true);
  };
  const ask = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAttempts((count) => count + 1);
    setRefused({});
    setConfirming(Object.keys(interviewFaults(form, asks)).length === 0);
  };
  const record = async () => {
    const result = await send({ appraisalId, version, ...form });
    setConfirming(false);
    if (!result.ok) setRefused(result.fields ?? {});
  };

  return {
    keep,
    form,
    change,
    changed,
    attempts,
    faults: { ...(attempts === 0 ? {} : interviewFaults(form, asks)), ...refused },
    pending,
    answer,
    confirming,
    ask,
    record,
    cancel: () => setConfirming(false),
    reload: () => router.refresh(),
  };
}

/** What is typed outlives a reload, but not the tab: closing it must be a decision. */
function useWarningBeforeLeaving(unsent: boolean) {
  useEffect(() => {
    if (!unsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsent]);
}
