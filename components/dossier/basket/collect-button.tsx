"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { useForgetKept } from "@/components/ui/kept/kept";
import type { Basket, Collected } from "./use-basket";

interface CollectButtonProps {
  basket: Basket;
  draft: Collected;
  typed: boolean;
  /** Where the form's own texts are kept. */
  keep: string;
  onCollected: () => void;
}

/**
 * Puts what stands in the form aside, to go together with what is found elsewhere on the sheet. Says how long it is kept,
 * and where the browser keeps nothing that it was not.
 */
export function CollectButton({ basket, draft, typed, keep, onCollected }: CollectButtonProps) {
  const text = useTranslations("dossier.basket");
  const toast = useToast();
  const forget = useForgetKept();
  const collect = () => {
    if (!basket.add(draft)) {
      toast({ tone: "danger", title: text("notKept") });
      return;
    }
    forget(keep);
    toast({ title: text("collected", { count: basket.items.length + 1 }) });
    onCollected();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button size="sm" disabledReason={typed ? null : text("noWords")} onClick={collect}>
        {text("collect")}
      </Button>
      <p className="min-w-0 flex-1 basis-60 text-xs text-ink-2">{text("kept")}</p>
    </div>
  );
}
