"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { ConfirmFields } from "./confirm-fields";
import { ReturnMenu } from "./return-menu";
import type { ScoreTarget } from "./target";
import { useConfirm } from "./use-confirm";

interface ValueDecisionProps {
  target: ScoreTarget;
  /** False for a score that needs no look or has had it: it may still be returned. */
  confirmable: boolean;
}

/** HR's answer at the foot of one value. */
export function ValueDecision({ target, confirmable }: ValueDecisionProps) {
  const text = useTranslations("hr-audit.confirm");
  const form = useConfirm(target);
  return (
    <div className="grid gap-4 border-t border-line pt-4">
      {confirmable ? <ConfirmFields form={form} needsView={target.needsView} /> : null}
      <div className="flex flex-wrap items-center justify-end gap-3">
        <ReturnMenu target={target} />
        {confirmable ? (
          <Button
            variant="primary"
            pending={form.decision.pending}
            onClick={() => void form.confirm()}
          >
            {text("confirmScore", { score: target.score })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
