"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { useRefusalText } from "@/components/command/use-refusal-text";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { Notice } from "@/components/ui/feedback/notice";
import { useToast } from "@/components/ui/feedback/toast";
import type { SelfReviewView, SubmittedSelfReview } from "@/lib/self-review/types";

export interface Submission {
  readonly asking: boolean;
  readonly pending: boolean;
  readonly notice: ReactNode;
  readonly ask: () => void;
  readonly cancel: () => void;
  readonly send: () => Promise<void>;
}

/** Asking, sending, and what the answer means on this page. */
export function useSubmitSelfReview(editor: SheetEditor, view: SelfReviewView): Submission {
  const text = useTranslations("self-review");
  const router = useRouter();
  const toast = useToast();
  const { ofAnswer } = useRefusalText();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const send = async () => {
    setPending(true);
    setRefused(null);
    const answer = await editor.submit<{ version: number; value: SubmittedSelfReview }>(
      "self-review.submit",
    );
    setPending(false);
    setAsking(false);
    if (answer.ok) {
      toast({ title: text("submit.done", { manager: view.managerName ?? text("noManager") }) });
      router.refresh();
      window.scrollTo({ top: 0 });
    } else if (answer.code === "unsaved") setRefused(text("submit.unsaved"));
    else if (answer.code === "stale") setRefused(text("submit.stale"));
    else setRefused(ofAnswer(answer));
  };
  return {
    asking,
    pending,
    notice:
      refused === null ? null : (
        <Notice live tone="danger" title={text("submit.refused")}>
          {refused}
        </Notice>
      ),
    ask: () => setAsking(true),
    cancel: () => setAsking(false),
    send,
  };
}
