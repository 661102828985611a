"use client";
import { useTranslations } from "next-intl";
import { Button } from "../actions/button";
import { Kbd } from "../marks/kbd";
import { Dialog } from "./dialog";

export interface Shortcut {
  /** As printed on the keys, alternatives one by one: ["j", "k"]. */
  keys: readonly string[];
  label: string;
}

interface ShortcutHelpProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  shortcuts: readonly Shortcut[];
  enabled: boolean;
  onEnabledChange: (enabled: boolean) => void;
}

export function ShortcutHelp({
  open,
  onOpenChange,
  shortcuts,
  enabled,
  onEnabledChange,
}: ShortcutHelpProps) {
  const text = useTranslations("common.shortcuts");
  return (
    <Dialog
      keep={null}
      open={open}
      onOpenChange={onOpenChange}
      title={text("title")}
      footer={
        <Button onClick={() => onEnabledChange(!enabled)}>
          {enabled ? text("turnOff") : text("turnOn")}
        </Button>
      }
    >
      {enabled ? null : <p className="text-sm text-amber">{text("off")}</p>}
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2">
        {shortcuts.map(({ keys, label }) => (
          <div key={label} className="contents">
            <dt className="flex flex-wrap gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className="text-sm">{label}</dd>
          </div>
        ))}
      </dl>
      <p className="text-xs text-ink-2">{text("kept")}</p>
    </Dialog>
  );
}
