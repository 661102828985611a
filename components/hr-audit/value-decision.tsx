"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Kept } from "@/components/ui/kept/kept";
import { ConfirmFields } from "./confirm-fields";
import { ReturnMenu } from "./return-menu";
import type { ScoreTarget } from "./target";
import { useConfirm } from "./use-confirm";

interface ValueDecisionProps {
  target: ScoreTarget;
  /** False for a score that needs no look or has had it: it may still be returned. */
  confirmable: boolean;
}

const list = "/hr-audit";

/** HR's answer at the foot of one value. */
export function ValueDecision({ target, confirmable }: ValueDecisionProps) {
  const text = useTranslations("hr-audit.confirm");
  const form = useConfirm(target, { list });
  return (
    <form
      method="post"
      noValidate
      className="grid gap-4 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        void form.confirm();
      }}
    >
      {confirmable ? (
        <Kept form={form.keep}>
          <ConfirmFields form={form} needsView={target.needsView} />
        </Kept>
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-3">
        <ReturnMenu target={target} list={list} />
        {confirmable ? (
          <Button type="submit" variant="primary" pending={form.decision.pending}>
            {text("confirmScore", { score: target.score })}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
