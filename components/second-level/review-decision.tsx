"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDecided } from "@/components/dossier/decision/use-decided";
import { Button } from "@/components/ui/actions/button";
import { BottomBar } from "@/components/ui/layout/bottom-bar";
import { AgreeDialog } from "./agree-dialog";
import { ReturnDialog, type ReturnTarget } from "./return-dialog";

const list = "/second-level";

/** Agree or return, always in sight while reading. */
export function ReviewDecision({ target }: { target: ReturnTarget }) {
  const text = useTranslations("second-level");
  const decided = useDecided(list);
  const [open, setOpen] = useState<"agree" | "return" | null>(null);
  const toggle = (dialog: "agree" | "return") => (on: boolean) => setOpen(on ? dialog : null);
  return (
    <>
      <BottomBar>
        <Button onClick={() => setOpen("return")}>{text("return")}…</Button>
        <Button variant="primary" onClick={() => setOpen("agree")}>
          {text("agree")}
        </Button>
      </BottomBar>
      <AgreeDialog
        targets={[target]}
        open={open === "agree"}
        onOpenChange={toggle("agree")}
        onDone={({ agreed }) => decided(text("agreed", { count: agreed.length }))}
      />
      <ReturnDialog
        target={target}
        open={open === "return"}
        onOpenChange={toggle("return")}
        list={list}
      />
    </>
  );
}
