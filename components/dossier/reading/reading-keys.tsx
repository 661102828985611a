"use client";

import { Keyboard } from "lucide";
import { useTranslations } from "next-intl";
import { usePageKeys } from "@/components/sheet/keyboard/use-page-keys";
import { IconButton } from "@/components/ui/actions/icon-button";
import { Icon } from "@/components/ui/marks/icon";
import { ShortcutHelp } from "@/components/ui/overlay/shortcut-help";
import { readingIds } from "./ids";

function press(id: string): boolean {
  const found = document.getElementById(id);
  // A menu gives its button a name of its own, so what stands around it bears this one.
  const target = found?.matches("a, button") === false ? found.querySelector("button") : found;
  target?.click();
  return found !== null;
}

/** Opens every level in sight; when all are open, leaves those that decide. */
function toggleRungs(): boolean {
  const rungs = [...document.querySelectorAll<HTMLDetailsElement>("details[data-rung]")].filter(
    (rung) => rung.checkVisibility(),
  );
  const open = rungs.some((rung) => !rung.open);
  for (const rung of rungs) rung.open = open || rung.dataset["rung"] === "deciding";
  return rungs.length > 0;
}

const actions: Readonly<Record<string, () => boolean>> = {
  j: () => press(readingIds.next),
  k: () => press(readingIds.previous),
  e: toggleRungs,
  r: () => press(readingIds.return),
};

/** The same keys in every reading room. */
export function ReadingKeys({ no }: { no: "return" | "decline" }) {
  const text = useTranslations("dossier.reading.keys");
  const keys = usePageKeys(({ key }) => actions[key.toLowerCase()]?.() ?? false);
  return (
    <>
      <span className="max-md:hidden">
        <IconButton
          label={text("show")}
          icon={<Icon of={Keyboard} className="size-4" />}
          onClick={() => keys.setHelp(true)}
        />
      </span>
      <ShortcutHelp
        open={keys.help}
        onOpenChange={keys.setHelp}
        shortcuts={[
          { keys: ["J"], label: text("next") },
          { keys: ["K"], label: text("previous") },
          { keys: ["E"], label: text("expand") },
          { keys: ["R"], label: text(no) },
          { keys: ["Z"], label: text("undo") },
          { keys: ["Enter"], label: text("confirm") },
          { keys: ["?"], label: text("help") },
        ]}
        enabled={keys.enabled}
        onEnabledChange={keys.setEnabled}
      />
    </>
  );
}
