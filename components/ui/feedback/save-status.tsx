import { useTimeZone, useTranslations } from "next-intl";
import { defaultTimeZone } from "@/lib/i18n/locales";
import { formatTime } from "@/lib/i18n/dates";
import { Chip, type ChipTone } from "../marks/chip";

export type SaveState =
  | { kind: "idle" }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  | { kind: "offline" }
  | { kind: "failed"; reason?: string | undefined };

const tones: Readonly<Record<SaveState["kind"], ChipTone>> = {
  idle: "neutral",
  unsaved: "indigo",
  saving: "indigo",
  saved: "jade",
  offline: "amber",
  failed: "rust",
};

export function SaveStatus({ state }: { state: SaveState }) {
  const text = useTranslations("common.save");
  const timeZone = useTimeZone() ?? defaultTimeZone;
  const words =
    state.kind === "saved"
      ? text("saved", { time: formatTime(state.at, timeZone) })
      : text(state.kind);
  return (
    <span role="status" className="inline-flex flex-wrap items-center gap-2">
      <Chip
        tone={tones[state.kind]}
        icon={<span aria-hidden className="size-2 rounded-full bg-current" />}
      >
        {words}
      </Chip>
      {state.kind === "failed" && state.reason ? (
        <span className="text-sm text-rust">{state.reason}</span>
      ) : null}
    </span>
  );
}
