"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { useSend } from "@/components/command/use-send";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { Notice } from "@/components/ui/feedback/notice";
import { useToast } from "@/components/ui/feedback/toast";
import { postCommand } from "@/lib/commands/client";
import type { SelfReviewView } from "@/lib/self-review/types";

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
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { pending, problem, send } = useSend(
    () => editor.submit((target) => postCommand("self-review.submit", target)),
    {
      words: { unsaved: text("submit.unsaved"), stale: text("submit.stale") },
      onDone: () => {
        toast({ title: text("submit.done", { manager: view.managerName ?? text("noManager") }) });
        window.scrollTo({ top: 0 });
      },
    },
  );
  return {
    asking,
    pending,
    notice:
      problem === null ? null : (
        <Notice live tone="danger" title={text("submit.refused")}>
          {problem}
        </Notice>
      ),
    ask: () => setAsking(true),
    cancel: () => setAsking(false),
    send: async () => {
      await send(undefined);
      setAsking(false);
    },
  };
}
