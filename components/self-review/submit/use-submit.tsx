"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { useSend } from "@/components/command/use-send";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { unchangedOf } from "@/components/sheet/bar/unchanged-values";
import { Notice } from "@/components/ui/feedback/notice";
import { useToast } from "@/components/ui/feedback/toast";
import { postCommand } from "@/lib/commands/client";
import type { SelfReviewView } from "@/lib/self-review/types";

export interface Submission {
  readonly asking: boolean;
  readonly pending: boolean;
  /** Values that came back and were not touched: asked about before they go. */
  readonly unchanged: readonly string[];
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
  const { pending, answer, problem, send } = useSend(
    (unchanged: boolean) =>
      editor.submit((target) => postCommand("self-review.submit", { ...target, unchanged })),
    {
      words: { unsaved: text("submit.unsaved"), stale: text("submit.stale") },
      onDone: () => {
        toast({ title: text("submit.done", { manager: view.managerName ?? text("noManager") }) });
        window.scrollTo({ top: 0 });
      },
    },
  );
  const unchanged = unchangedOf(answer);
  return {
    asking,
    pending,
    unchanged,
    notice:
      problem === null || unchanged.length > 0 ? null : (
        <Notice live tone="danger" title={text("submit.refused")}>
          {problem}
        </Notice>
      ),
    ask: () => setAsking(true),
    cancel: () => setAsking(false),
    send: async () => {
      const sent = await send(unchanged.length > 0);
      // What came back untouched is asked about in the dialog itself.
      if (unchangedOf(sent).length === 0) setAsking(false);
    },
  };
}
