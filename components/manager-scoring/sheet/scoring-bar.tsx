"use client";

import { Keyboard } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import { SheetStatus } from "@/components/sheet/bar/sheet-status";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { Button } from "@/components/ui/actions/button";
import { BottomBar } from "@/components/ui/layout/bottom-bar";
import { useReader } from "@/components/reader/use-reader";
import type { OpenValues } from "./use-open-values";

interface ScoringBarProps {
  editor: SheetEditor;
  panels: OpenValues;
  /** How many reasons to return the self-review wait to go together. */
  collected: number;
  onReturn: () => void;
  onSubmit: () => void;
  onKeys: () => void;
}

/** Saved state and what is missing; on a phone the way to the next value, and handing in after the last. */
export function ScoringBar(props: ScoringBarProps) {
  const { editor, panels, collected, onReturn, onSubmit, onKeys } = props;
  const together = useTranslations("dossier.basket");
  const text = useTranslations("manager-scoring.bar");
  const reader = useReader();
  const { values } = editor.framework;
  const next = values[values.findIndex(({ key }) => key === panels.current) + 1];
  return (
    <BottomBar
      status={
        <>
          <SheetStatus editor={editor} onDispute={panels.leadToDispute} />
          <span className="max-md:hidden">
            <Button
              variant="quiet"
              size="sm"
              icon={<Icon of={Keyboard} className="size-4" />}
              onClick={onKeys}
            >
              {text("keys")}
            </Button>
          </span>
        </>
      }
    >
      <Button onClick={onReturn}>
        {collected === 0 ? text("return") : together("pending", { count: collected })}
      </Button>
      {next === undefined ? null : (
        <span className="md:hidden">
          <Button variant="primary" onClick={() => panels.go(next.key)}>
            {text("next", { value: reader.text(next.name) })}
          </Button>
        </span>
      )}
      <span className={next === undefined ? undefined : "max-md:hidden"}>
        <Button
          variant="primary"
          disabledReason={collected === 0 ? null : together("sendFirst", { count: collected })}
          onClick={onSubmit}
        >
          {text("submit")}
        </Button>
      </span>
    </BottomBar>
  );
}
