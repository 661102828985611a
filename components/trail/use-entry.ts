import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import type { TimelineEntry } from "@/components/ui/data/timeline";
import { formatTime } from "@/lib/i18n/dates";
import { pick } from "@/lib/i18n/pick";
import { formatScore } from "@/lib/scoring";
import type { TrailEntry } from "@/lib/trail/types";

type Tone = NonNullable<TimelineEntry["tone"]>;

const tones: Readonly<Partial<Record<TrailEntry["event"]["kind"], Tone>>> = {
  "self.submitted": "jade",
  "self.returned": "rust",
  "manager.referred": "indigo",
  "manager.submitted": "jade",
  "second_level.agreed": "jade",
  "second_level.returned": "rust",
  "hr.confirmed": "jade",
  "hr.returned": "rust",
  "approval.approved": "jade",
  "approval.declined": "rust",
  "interview.recorded": "indigo",
  "interview.confirmed": "indigo",
  "result.published": "jade",
  "result.acknowledged": "jade",
  "result.objected": "amber",
};

export function toneOf(kind: TrailEntry["event"]["kind"]): Tone {
  return tones[kind] ?? "neutral";
}

function roleOf(kind: TrailEntry["event"]["kind"]) {
  if (kind.startsWith("hr.")) return "roles.hr";
  return kind.startsWith("second_level.") ? "roles.secondLevel" : "someone";
}

/** One event as a sentence in the reader's language. */
export function useSentence(timeZone: string): (entry: TrailEntry) => string {
  const text = useTranslations("trail");
  const { locale } = useReader();
  return ({ event, by, value, times, since, at }) => {
    const many = times > 1 ? "Many" : "";
    const key = `events.${event.kind}${many}`;
    const values = {
      name: by ?? text(roleOf(event.kind)),
      value: value === null ? "" : pick(value, locale),
      score: "halfPoints" in event ? formatScore(event.halfPoints) : "",
      inDoubt: "inDoubt" in event && event.inDoubt ? "yes" : "no",
      number: "number" in event ? event.number : 1,
      from: formatTime(since, timeZone),
      to: formatTime(at, timeZone),
      times,
    };
    return text(text.has(key) ? key : "events.other", values);
  };
}

/** “合计 21.5 分” of a submission, for those who may read the event at all. */
export function useTotal(): (entry: TrailEntry) => string | null {
  const text = useTranslations("trail");
  return ({ event }) =>
    "total" in event ? text("total", { total: formatScore(event.total) }) : null;
}
