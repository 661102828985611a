import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { useSigned } from "@/components/reader/use-signed";
import type { TimelineEntry } from "@/components/ui/data/timeline";
import { formatMoment, formatTime } from "@/lib/i18n/dates";
import { pick } from "@/lib/i18n/pick";
import { formatScore } from "@/lib/scoring";
import type { TrailEntry } from "@/lib/trail/types";

type Tone = NonNullable<TimelineEntry["tone"]>;

const tones: Readonly<Partial<Record<TrailEntry["event"]["kind"], Tone>>> = {
  "hand_over.manager": "indigo",
  "participation.exempted": "amber",
  "participation.included": "jade",
  "participation.left": "rust",
  "participation.extended": "indigo",
  "self.submitted": "jade",
  "self.returned": "rust",
  "manager.referred": "indigo",
  "manager.scored_first": "indigo",
  "manager.submitted": "jade",
  "second_level.agreed": "jade",
  "second_level.returned": "rust",
  "hr.confirmed": "jade",
  "hr.returned": "rust",
  "hr.reopened": "rust",
  "hr.reopened_self": "rust",
  "hr.reopened_second_level": "rust",
  "hr.reopened_audit": "rust",
  "approval.approved": "jade",
  "approval.declined": "rust",
  "interview.recorded": "indigo",
  "interview.confirmed": "indigo",
  "interview.contested": "amber",
  "result.published": "jade",
  "result.acknowledged": "jade",
  "result.objected": "amber",
  "result.reopened": "rust",
};

export function toneOf(event: TrailEntry["event"]): Tone {
  if (event.kind === "result.acknowledged" && event.answer === "reserved") return "amber";
  return tones[event.kind] ?? "neutral";
}

function roleOf(kind: TrailEntry["event"]["kind"]) {
  if (
    ["hr.", "participation.", "hand_over.", "result.reopened"].some((room) => kind.startsWith(room))
  )
    return "roles.hr";
  return kind.startsWith("second_level.") ? "roles.secondLevel" : "someone";
}

/** One event as a sentence in the reader's language. */
export function useSentence(timeZone: string): (entry: TrailEntry) => string {
  const text = useTranslations("trail");
  const stages = useTranslations("cycle.stages");
  const steps = useTranslations("mine.steps");
  const { locale } = useReader();
  const signed = useSigned();
  const stageName = (stage: string) =>
    stages.has(stage) ? stages(stage) : steps.has(stage) ? steps(stage) : stage;
  const place = ({ value, point, gated }: NonNullable<TrailEntry["moved"]>["to"]) =>
    text("pin", {
      ...{ value: value === null ? "" : pick(value, locale), point, gated: gated ? "yes" : "no" },
    });
  const moment = (at: string) => formatMoment(new Date(at), locale, timeZone);
  return ({ event, by, byFor, value, times, since, at, hands, moved }) => {
    const many = times > 1 ? "Many" : "";
    const key = `events.${event.kind}${many}`;
    const values = {
      name: by === null ? text(roleOf(event.kind)) : signed({ by, byFor }),
      value: value === null ? "" : pick(value, locale),
      score: "halfPoints" in event ? formatScore(event.halfPoints) : "",
      inDoubt: "inDoubt" in event && event.inDoubt ? "yes" : "no",
      answer: event.kind === "result.acknowledged" ? (event.answer ?? "accepted") : "",
      sanction: "sanction" in event ? "yes" : "no",
      number: "number" in event ? event.number : 1,
      moved: "sequence" in event && event.sequence > 0 ? "yes" : "no",
      drawn: "values" in event ? event.values.length : 0,
      from: formatTime(since, timeZone),
      to: formatTime(at, timeZone),
      times,
      stage: "stage" in event ? stageName(event.stage) : "",
      caseFrom: moved === null ? "" : place(moved.from),
      caseTo: moved === null ? "" : place(moved.to),
      until: event.kind === "participation.extended" ? moment(event.to) : "",
      holderFrom: hands?.from ?? text("nobody"),
      holderTo: hands?.to ?? text("nobody"),
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
