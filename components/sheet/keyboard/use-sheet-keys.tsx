"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ShortcutHelp, type Shortcut } from "@/components/ui/overlay/shortcut-help";
import type { Verdict } from "@/lib/scoring";
import { rungId } from "../state/ids";
import { useKeysOn, writeKeysOn } from "./preference";

export interface SheetKeyActions {
  /** The value shown. */
  readonly valueKey: string;
  readonly gate: number | null;
  /** False where the policy counts whole points only. */
  readonly halves: boolean;
  /** Null takes the verdict back. */
  readonly judge: (point: number, verdict: Verdict | null) => void;
  readonly next: () => void;
  readonly previous: () => void;
  /** Further keys of the page, e.g. the manager's j and k. */
  readonly more?: Readonly<Record<string, () => void>>;
}

const verdictKeys: Readonly<Record<string, Verdict | null>> = {
  m: "met",
  ".": "partly",
  u: "unmet",
  x: null,
};

function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    event.metaKey ||
    event.ctrlKey ||
    event.altKey ||
    event.isComposing ||
    (target instanceof HTMLElement &&
      (target.isContentEditable || target.matches("input, textarea, select")))
  );
}

/** The rung whose judgement holds the focus. */
function focusedRung(valueKey: string): number | null {
  const group = document.activeElement?.closest(`[id^="rung-${valueKey}-"]`);
  return group == null ? null : Number(group.id.slice(rungId(valueKey, 0).length - 1));
}

function focusRung(valueKey: string, point: number): void {
  const group = document.getElementById(rungId(valueKey, point));
  const button =
    group?.querySelector("button[aria-pressed=true]") ?? group?.querySelector("button");
  if (button instanceof HTMLElement) button.focus();
}

function handle(event: KeyboardEvent, actions: SheetKeyActions): boolean {
  const { valueKey, gate, halves, judge } = actions;
  if (/^[1-9]$/.test(event.key)) {
    focusRung(valueKey, Number(event.key));
    return true;
  }
  const verdict = verdictKeys[event.key];
  if (verdict === "partly" && !halves) return false;
  if (verdict !== undefined) {
    const point = focusedRung(valueKey) ?? gate;
    if (point !== null) judge(point, verdict);
    return true;
  }
  const act = { n: actions.next, p: actions.previous, ...actions.more }[event.key];
  act?.();
  return act !== undefined;
}

/** Listens while the page is open and nothing is being typed; the choice to switch it off stays in this browser. */
export function useSheetKeys(actions: SheetKeyActions) {
  const [help, setHelp] = useState(false);
  const enabled = useKeysOn();
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const press = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key === "?") setHelp((open) => !open);
      else if (document.querySelector("dialog[open], :popover-open") !== null) return;
      else if (!handle(event, latest.current)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [enabled]);
  return { help, setHelp, enabled, setEnabled: writeKeysOn, halves: actions.halves };
}

interface SheetKeysHelpProps {
  keys: ReturnType<typeof useSheetKeys>;
  more?: readonly Shortcut[];
}

const none: readonly Shortcut[] = [];

export function SheetKeysHelp({ keys, more = none }: SheetKeysHelpProps) {
  const text = useTranslations("sheet.keys");
  const shortcuts: readonly Shortcut[] = [
    { keys: ["1", "–", "9"], label: text("rung") },
    { keys: ["m"], label: text("met") },
    ...(keys.halves ? [{ keys: ["."], label: text("partly") }] : []),
    { keys: ["u"], label: text("unmet") },
    { keys: ["x"], label: text("unjudge") },
    { keys: ["n"], label: text("next") },
    { keys: ["p"], label: text("previous") },
    ...more,
    { keys: ["?"], label: text("help") },
  ];
  return (
    <ShortcutHelp
      open={keys.help}
      onOpenChange={keys.setHelp}
      shortcuts={shortcuts}
      enabled={keys.enabled}
      onEnabledChange={keys.setEnabled}
    />
  );
}
