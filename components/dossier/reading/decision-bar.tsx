"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useKeysOn } from "@/components/sheet/keyboard/preference";
import { BottomBar } from "@/components/ui/layout/bottom-bar";
import { Kbd } from "@/components/ui/marks/kbd";

const hints = (no: "return" | "decline") =>
  [
    [["J", "K"], "other"],
    [["E"], "hintExpand"],
    [["R"], no],
    [["?"], "hintHelp"],
  ] as const;

interface DecisionBarProps {
  /** What a no is called here. */
  no?: "return" | "decline";
  children: ReactNode;
}

/** The foot of what is read: the keys, the way back, and the primary button last. */
export function DecisionBar({ no = "return", children }: DecisionBarProps) {
  const text = useTranslations("dossier.reading.keys");
  const on = useKeysOn();
  return (
    <BottomBar
      status={
        on ? (
          <span className="flex flex-wrap gap-x-3 text-xs max-lg:hidden">
            {hints(no).map(([keys, label]) => (
              <span key={label} className="inline-flex items-center gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
                {text(label)}
              </span>
            ))}
          </span>
        ) : null
      }
    >
      {children}
    </BottomBar>
  );
}
