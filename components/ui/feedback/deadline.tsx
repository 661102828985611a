import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { formatDeadline } from "@/lib/i18n/dates";
import { defaultTimeZone } from "@/lib/i18n/locales";
import { Chip, type ChipTone } from "../marks/chip";
import { type DeadlineTone, deadlineState } from "./deadline-tone";

interface DeadlineProps {
  due: Date;
  now: Date;
  timeZone?: string | undefined;
  /** Just the chip, where the absolute date stands elsewhere in sight. */
  compact?: boolean;
}

const chips: Readonly<Record<DeadlineTone, ChipTone>> = {
  calm: "neutral",
  soon: "amber",
  near: "rust",
  over: "alarm",
};

export function Deadline({ due, now, timeZone, compact = false }: DeadlineProps) {
  const text = useTranslations("common.deadline");
  const locale = useLocale();
  const ambientZone = useTimeZone();
  const zone = timeZone ?? ambientZone ?? defaultTimeZone;
  const state = deadlineState(due, now, zone);
  const words = "days" in state ? text(state.kind, { days: state.days }) : text(state.kind);
  const moment = formatDeadline(due, locale === "en" ? "en" : "zh", zone);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <Chip tone={chips[state.tone]}>{words}</Chip>
      <time dateTime={due.toISOString()} className={compact ? "sr-only" : "text-sm text-ink-2"}>
        {text("until", { moment })}
      </time>
    </span>
  );
}
