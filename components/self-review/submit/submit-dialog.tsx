"use client";

import { useTranslations } from "next-intl";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { UnchangedValues } from "@/components/sheet/bar/unchanged-values";
import { useReader } from "@/components/reader/use-reader";
import { Score } from "@/components/ui/marks/score";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { formatScore, maxOfValue, rungsFor } from "@/lib/scoring";
import type { SelfReviewView } from "@/lib/self-review/types";
import type { Submission } from "./use-submit";

interface SubmitDialogProps {
  submission: Submission;
  editor: SheetEditor;
  view: SelfReviewView;
}

/** Names what is handed in, to whom, and that it is final. */
export function SubmitDialog({ submission, editor, view }: SubmitDialogProps) {
  const text = useTranslations("self-review");
  const { text: pick } = useReader();
  const { framework, result } = editor;
  return (
    <ConfirmDialog
      keep={null}
      open={submission.asking}
      onOpenChange={(open) => {
        if (!open) submission.cancel();
      }}
      title={text("submit.confirmTitle")}
      description={text("submit.confirmBody", { manager: view.managerName ?? text("noManager") })}
      confirmLabel={
        submission.unchanged.length > 0
          ? text("submit.asItIs")
          : text("submit.confirmLabel", { total: formatScore(result.totalSoFar) })
      }
      pending={submission.pending}
      onConfirm={() => void submission.send()}
    >
      <ul aria-label={text("submit.summary")} className="grid gap-2">
        {framework.values.map((value, index) => (
          <li key={value.key} className="flex items-center justify-between gap-4">
            {pick(value.name)}
            <Score
              halfPoints={result.values[index]?.score ?? null}
              max={rungsFor(maxOfValue(value))}
            />
          </li>
        ))}
      </ul>
      <UnchangedValues keys={submission.unchanged} framework={framework} />
    </ConfirmDialog>
  );
}
