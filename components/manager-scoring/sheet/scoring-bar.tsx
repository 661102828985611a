"use client";

import { Keyboard } from "lucide-react";
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
  onReturn: () => void;
  onSubmit: () => void;
  onKeys: () => void;
}

/** Saved state and what is missing; on a phone the way to the next value, and handing in after the last. */
export function ScoringBar({ editor, panels, onReturn, onSubmit, onKeys }: ScoringBarProps) {
  const text = useTranslations("manager-scoring.bar");
  const reader = useReader();
  const { values } = editor.framework;
  const next = values[values.findIndex(({ key }) => key === panels.current) + 1];
  return (
    <BottomBar
      status={
        <>
          <SheetStatus editor={editor} />
          <span className="max-md:hidden">
            <Button
              variant="quiet"
              size="sm"
              icon={<Keyboard aria-hidden className="size-4" />}
              onClick={onKeys}
            >
              {text("keys")}
            </Button>
          </span>
        </>
      }
    >
      <Button onClick={onReturn}>{text("return")}</Button>
      {next === undefined ? null : (
        <span className="md:hidden">
          <Button variant="primary" onClick={() => panels.go(next.key)}>
            {text("next", { value: reader.text(next.name) })}
          </Button>
        </span>
      )}
      <span className={next === undefined ? undefined : "max-md:hidden"}>
        <Button variant="primary" onClick={onSubmit}>
          {text("submit")}
        </Button>
      </span>
    </BottomBar>
  );
}
