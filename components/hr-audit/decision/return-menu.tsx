"use client";

import { ChevronDown } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useBasket } from "@/components/dossier/basket/use-basket";
import { Button } from "@/components/ui/actions/button";
import { Menu, MenuItem } from "@/components/ui/overlay/menu";
import type { CaseReturnReason } from "@/lib/appraisal/types";
import { ReturnDialog } from "./return-dialog";
import { basketOf, type ScoreTarget } from "./target";

/** 退回 with the policy's reasons one press away; the dialog asks for the words. */
export function ReturnMenu({ target, id }: { target: ScoreTarget; id?: string | undefined }) {
  const text = useTranslations("hr-audit.return");
  const reasons = useTranslations("dossier.reasons");
  const [reason, setReason] = useState<CaseReturnReason | null>(null);
  const { name, valueName: value } = target;
  const together = useTranslations("dossier.basket");
  const collected = useBasket(basketOf(target)).items.length;
  return (
    <>
      {collected === 0 ? null : (
        <Button onClick={() => setReason(target.returnReasons[0] ?? null)}>
          {together("pending", { count: collected })}
        </Button>
      )}
      <span id={id} className="contents">
        <Menu
          title={text("reason")}
          trigger={
            <Button variant="quiet" aria-label={text("buttonLabel", { name, value })}>
              {text("button")}
              <Icon of={ChevronDown} className="size-3.5" />
            </Button>
          }
        >
          {target.returnReasons.map((key) => (
            <MenuItem key={key} onSelect={() => setReason(key)}>
              {reasons(key)}
            </MenuItem>
          ))}
        </Menu>
      </span>
      {reason === null ? null : (
        <ReturnDialog target={target} reason={reason} onClose={() => setReason(null)} />
      )}
    </>
  );
}
