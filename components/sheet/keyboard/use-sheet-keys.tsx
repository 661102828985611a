"use client";

import { useTranslations } from "next-intl";
import { ShortcutHelp, type Shortcut } from "@/components/ui/overlay/shortcut-help";
import type { Verdict } from "@/lib/scoring";
import { rungId } from "../state/ids";
import { usePageKeys } from "./use-page-keys";

export interface SheetKeyActions {
  /** The value shown. */
  readonly valueKey: string;
  /** While two versions wait to be chosen between, no single key writes. */
  readonly disputed: boolean;
  /** How many rungs the value has. */
  readonly rungs: number;
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
  const { valueKey, disputed, rungs, halves, judge } = actions;
  if (/^[1-9]$/.test(event.key) && Number(event.key) <= rungs) {
    focusRung(valueKey, Number(event.key));
    return true;
  }
  const verdict = verdictKeys[event.key];
  if (verdict === "partly" && !halves) return false;
  if (verdict !== undefined) {
    const point = disputed ? null : focusedRung(valueKey);
    if (point !== null) judge(point, verdict);
    return point !== null;
  }
  const act = { n: actions.next, p: actions.previous, ...actions.more }[event.key];
  act?.();
  return act !== undefined;
}

/** The single keys of a sheet. */
export function useSheetKeys(actions: SheetKeyActions) {
  const keys = usePageKeys((event) => handle(event, actions));
  return { ...keys, halves: actions.halves, rungs: actions.rungs };
}

interface SheetKeysHelpProps {
  keys: ReturnType<typeof useSheetKeys>;
  more?: readonly Shortcut[];
}

const none: readonly Shortcut[] = [];

export function SheetKeysHelp({ keys, more = none }: SheetKeysHelpProps) {
  const text = useTranslations("sheet.keys");
  const shortcuts: readonly Shortcut[] = [
    { keys: ["1", "–", String(Math.min(keys.rungs, 9))], label: text("rung") },
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
