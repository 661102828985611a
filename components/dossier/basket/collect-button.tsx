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

/** Puts what stands in the form aside, to go together with what is found elsewhere on the sheet. */
export function CollectButton({ basket, draft, typed, keep, onCollected }: CollectButtonProps) {
  const text = useTranslations("dossier.basket");
  const toast = useToast();
  const forget = useForgetKept();
  const collect = () => {
    if (!basket.add(draft)) return;
    forget(keep);
    toast({ title: text("collected", { count: basket.items.length + 1 }) });
    onCollected();
  };
  return (
    <div>
      <Button size="sm" disabledReason={typed ? null : text("noWords")} onClick={collect}>
        {text("collect")}
      </Button>
    </div>
  );
}
