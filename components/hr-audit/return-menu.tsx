"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Menu, MenuItem } from "@/components/ui/overlay/menu";
import { caseReturnReasons, type CaseReturnReason } from "@/lib/appraisal/types";
import { ReturnDialog } from "./return-dialog";
import type { ScoreTarget } from "./target";

/** 退回 with its three reasons one press away; the dialog asks for the words. */
export function ReturnMenu({ target, list }: { target: ScoreTarget; list?: string }) {
  const text = useTranslations("hr-audit.return");
  const reasons = useTranslations("dossier.reasons");
  const [reason, setReason] = useState<CaseReturnReason | null>(null);
  const { name, valueName: value } = target;
  return (
    <>
      <Menu
        trigger={
          <Button size="sm" variant="quiet" aria-label={text("buttonLabel", { name, value })}>
            {text("button")}
            <ChevronDown aria-hidden className="size-3.5" />
          </Button>
        }
      >
        {caseReturnReasons.map((key) => (
          <MenuItem key={key} onSelect={() => setReason(key)}>
            {reasons(key)}
          </MenuItem>
        ))}
      </Menu>
      {reason === null ? null : (
        <ReturnDialog target={target} reason={reason} onClose={() => setReason(null)} list={list} />
      )}
    </>
  );
}
