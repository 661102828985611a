"use client";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { useSession } from "@/components/autosave/use-session";
import { useCommand } from "@/components/command/use-command";
import { useToast } from "@/components/ui/feedback/toast";
import {
  type InterviewAsks,
  type InterviewFaults,
  interviewFaults,
} from "@/lib/interview/rules/talk";
import type { InterviewDraft, InterviewForm } from "@/lib/interview/types";
import { heldIn, minutesFor, minutesKey } from "./minutes";

export const parts = ["heldOn", "good", "short", "direction", "deductions", "minutes"] as const;
export type Part = (typeof parts)[number];

interface Asks extends InterviewAsks {
  readonly appraisalId: string;
  readonly version: number;
  readonly name: string;
  readonly draft: InterviewDraft;
  readonly writable: boolean;
}

/** The form of one interview: saved while it is written, checked here as on the server, confirmed in a dialog. */
export function useRecordInterview(asks: Asks) {
  const { appraisalId, version, name } = asks;
  const text = useTranslations("interview");
  const router = useRouter();
  const toast = useToast();
  const [session] = useState(() => minutesFor(appraisalId, asks.draft));
  const snapshot = useSession(session, asks.writable ? `interview:${appraisalId}` : null);
  const slot = snapshot.slots[minutesKey];
  const form: InterviewForm = slot?.ours ?? asks.draft.form;
  const { pending, answer, send } = useCommand("interview.record", {
    onDone: () => toast({ title: text("confirm.done", { name }) }),
  });
  const [attempts, setAttempts] = useState(0);
  const [refused, setRefused] = useState<InterviewFaults>({});
  const [confirming, setConfirming] = useState(false);

  const change = (part: Part, value: string) => {
    session.edit(minutesKey, (now) => ({ ...now, [part]: value }));
    setRefused(({ [part]: _, ...rest }) => rest);
  };
  const tell = (key: string, told: boolean) => {
    session.edit(minutesKey, (now) => ({
      ...now,
      told: told ? [...now.told, key] : now.told.filter((one) => one !== key),
    }));
    setRefused(({ told: _, ...rest }) => rest);
  };
  const ask = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAttempts((count) => count + 1);
    setRefused({});
    setConfirming(slot?.theirs == null && Object.keys(interviewFaults(form, asks)).length === 0);
  };
  const record = async () => {
    if (!(await session.flush())) {
      setConfirming(false);
      return;
    }
    const draftVersion = session.read().version;
    const result = await send({ appraisalId, version, draftVersion, ...formOf(form) });
    setConfirming(false);
    if (result.ok) session.finish(draftVersion);
    else if (result.code === "stale" && result.data?.draft !== undefined)
      session.adopt(heldIn(result.data.draft));
    else setRefused(result.fields ?? {});
  };

  return {
    session,
    snapshot,
    unsaved: session.unsaved,
    theirs: slot?.theirs ?? null,
    form,
    change,
    tell,
    attempts,
    faults: { ...(attempts === 0 ? {} : interviewFaults(form, asks)), ...slot?.faults, ...refused },
    pending,
    answer,
    confirming,
    ask,
    record,
    cancel: () => setConfirming(false),
    reload: () => router.refresh(),
  };
}

/** Without what else the session keeps with it. */
function formOf({ heldOn, good, short, direction, deductions, minutes, told }: InterviewForm) {
  return { heldOn, good, short, direction, deductions, minutes, told: [...told] };
}
