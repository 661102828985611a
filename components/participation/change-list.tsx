import { useTranslations } from "next-intl";
import Link from "next/link";
import { useReader } from "@/components/reader/use-reader";
import { Timeline } from "@/components/ui/data/timeline";
import type { CycleChangeRow } from "@/lib/participation/types";
import { formatMoment } from "@/lib/i18n/dates";

interface ChangeListProps {
  changes: readonly CycleChangeRow[];
  /** On whose page it stands; else every line says whom it is about. */
  of: "person" | "cycle";
  /** Where it is known; the reader's clock otherwise. */
  timeZone?: string;
}

const tones = {
  exempted: "amber",
  included: "jade",
  left: "rust",
  extended: "indigo",
  paused: "rust",
  resumed: "jade",
} as const;

/** What was changed by hand about who is in and until when, the latest first, each with its reason. */
export function ChangeList({ changes, of, timeZone }: ChangeListProps) {
  const text = useTranslations("participation");
  const reader = useReader();
  const moment = (at: Date) =>
    timeZone === undefined ? reader.moment(at) : formatMoment(at, reader.locale, timeZone);
  if (changes.length === 0) return <p className="text-ink-2">{text("none")}</p>;
  return (
    <Timeline
      label={text("caption")}
      entries={changes.map((change) => ({
        id: change.id,
        at: change.at,
        when: moment(change.at),
        tone: tones[change.kind],
        title: (
          <>
            {of === "person" ? text("quarter", quarterOf(change)) : <Whom change={change} />}{" "}
            <strong>{text(`kinds.${change.kind}`)}</strong>
          </>
        ),
        children: (
          <>
            {change.windows.length === 0 ? null : <Windows {...{ change, moment }} />}
            <p className="text-sm text-ink-2">
              {change.reason === ""
                ? text("by", { name: change.by })
                : text("because", { reason: change.reason, name: change.by })}
            </p>
          </>
        ),
      }))}
    />
  );
}

const quarterOf = ({ cycle: { year, quarter } }: CycleChangeRow) => ({
  year: String(year),
  quarter: String(quarter),
});

function Whom({ change: { person, department } }: { change: CycleChangeRow }) {
  const text = useTranslations("participation");
  const reader = useReader();
  if (person === null) return department === null ? text("cycle") : reader.text(department);
  return (
    <>
      <Link href={`/people/${person.id}`} className="link">
        <bdi>{person.name}</bdi>
      </Link>{" "}
      <span className="text-xs text-ink-2 tabular">{person.number}</span>
    </>
  );
}

interface WindowsProps {
  change: CycleChangeRow;
  moment: (at: Date) => string;
}

function Windows({ change, moment }: WindowsProps) {
  const text = useTranslations("participation");
  const stages = useTranslations("cycle.stages");
  return (
    <ul className="text-sm tabular">
      {change.windows.map(({ stage, opensAt, closesAt }) => (
        <li key={stage}>
          {change.kind === "extended"
            ? text("until", { stage: stages(stage), closes: moment(closesAt) })
            : text("window", {
                ...{ stage: stages(stage), opens: moment(opensAt), closes: moment(closesAt) },
              })}
        </li>
      ))}
    </ul>
  );
}
