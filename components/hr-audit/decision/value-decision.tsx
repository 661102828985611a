"use client";

import { useTranslations } from "next-intl";
import { useBasket, useSendFirst } from "@/components/dossier/basket/use-basket";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { DecisionBar } from "@/components/dossier/reading/decision-bar";
import { readingIds } from "@/components/dossier/reading/ids";
import { Button } from "@/components/ui/actions/button";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Kept } from "@/components/ui/kept/kept";
import { placeHref } from "@/components/dossier/reading/href";
import { ConfirmFields } from "./confirm-fields";
import { ReturnMenu } from "./return-menu";
import { basketOf, type ScoreTarget } from "./target";
import { useConfirm } from "./use-confirm";

interface ValueDecisionProps {
  target: ScoreTarget;
  /** False for a score that needs no look or has had it: it may still be returned. */
  confirmable: boolean;
  /** Confirmed is only what is read: of another value of the sheet a link leads there. */
  read: boolean;
}

/** HR's answer at the foot of one value. */
export function ValueDecision({ target, confirmable, read }: ValueDecisionProps) {
  const text = useTranslations("hr-audit.confirm");
  const form = useConfirm(target);
  const { more } = useDecided();
  const sendFirst = useSendFirst(useBasket(basketOf(target)));
  if (!read || !confirmable)
    return (
      <div className="flex flex-wrap items-center justify-end gap-3 border-t border-line pt-4">
        <ReturnMenu target={target} id={read ? readingIds.return : undefined} />
        {confirmable ? (
          <LinkButton size="sm" href={placeHref("/hr-audit", target)}>
            {text("read")}
          </LinkButton>
        ) : null}
      </div>
    );
  return (
    <form
      method="post"
      noValidate
      className="grid gap-4 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (sendFirst === null && !target.unheard) void form.confirm();
      }}
    >
      <Kept form={form.keep}>
        <ConfirmFields form={form} asked={target.asked} />
      </Kept>
      <DecisionBar>
        <ReturnMenu target={target} id={readingIds.return} />
        <Button
          type="submit"
          variant="primary"
          pending={form.decision.pending}
          disabledReason={sendFirst ?? (target.unheard ? text("askFirst") : null)}
        >
          {text(target.asked ? "answer" : more ? "onward" : "last", { score: target.score })}
        </Button>
      </DecisionBar>
    </form>
  );
}
