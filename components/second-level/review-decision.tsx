"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/command/use-command";
import { useBasket, useSendFirst } from "@/components/dossier/basket/use-basket";
import { RefusalNotice } from "@/components/dossier/decision/refusal-notice";
import { undoReview } from "@/components/dossier/decision/undo";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { WordsField } from "@/components/dossier/decision/words-field";
import { DecisionBar } from "@/components/dossier/reading/decision-bar";
import { readingIds } from "@/components/dossier/reading/ids";
import { Button } from "@/components/ui/actions/button";
import { Kept } from "@/components/ui/kept/kept";
import { basketOf } from "./basket-of";
import { ReturnDialog, type ReturnTarget } from "./return-dialog";

interface ReviewDecisionProps {
  target: ReturnTarget;
  round: number;
  /** Whether the reader came to return it. */
  returns: boolean;
}

/** Agree or return, at the foot of what was read. */
export function ReviewDecision({ target, round, returns }: ReviewDecisionProps) {
  const text = useTranslations("second-level");
  const together = useTranslations("dossier.basket");
  const basket = useBasket(basketOf(target));
  const collected = basket.items.length;
  const sendFirst = useSendFirst(basket);
  const { onward, more } = useDecided();
  const keep = `second-level.agree:${target.appraisalId}:${round}`;
  const decision = useCommand("second-level.agree", { keeps: keep, refresh: "never" });
  const [comment, setComment] = useState("");
  const [returning, setReturning] = useState(returns);
  const { appraisalId, version, name } = target;
  const agree = async () => {
    const answer = await decision.send({ items: [{ appraisalId, version }], comment });
    const [agreed] = answer.ok ? answer.value.agreed : [];
    if (agreed !== undefined)
      onward(text("agreedWith", { name }), undoReview(appraisalId, agreed.version));
  };
  return (
    <form
      method="post"
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (sendFirst === null) void agree();
      }}
    >
      <RefusalNotice decision={decision} />
      <Kept form={keep}>
        <WordsField
          name="comment"
          label={text("agreeDialog.comment")}
          hint={text("agreeDialog.commentHint", { count: 1 })}
          value={comment}
          onChange={setComment}
          error={decision.errorOf("comment")}
          rows={2}
        />
      </Kept>
      <DecisionBar>
        <Button id={readingIds.return} onClick={() => setReturning(true)}>
          {collected === 0 ? `${text("return")}…` : together("pending", { count: collected })}
        </Button>
        <Button
          type="submit"
          variant="primary"
          pending={decision.pending}
          disabledReason={sendFirst}
        >
          {text(more ? "onward" : "agree")}
        </Button>
      </DecisionBar>
      <ReturnDialog target={target} open={returning} onOpenChange={setReturning} />
    </form>
  );
}
