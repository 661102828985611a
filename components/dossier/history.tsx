import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import { Timeline, type TimelineEntry } from "@/components/ui/data/timeline";
import { Chip } from "@/components/ui/marks/chip";
import type { DossierValue, HistoryEntry } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { formatScore } from "@/lib/scoring/format";
import { useReader } from "@/components/reader/use-reader";
import { useSigned } from "@/components/reader/use-signed";

type Values = readonly Pick<DossierValue, "key" | "name" | "gated">[];

const tones = {
  submitted: "neutral",
  returned: "rust",
  agreed: "jade",
  confirmed: "jade",
  approved: "jade",
  taken_back: "neutral",
} as const satisfies Readonly<Record<HistoryEntry["kind"], TimelineEntry["tone"]>>;

/** Submissions, returns and decisions, as far as this reader may know them. */
export function History({ entries, values }: { entries: readonly HistoryEntry[]; values: Values }) {
  const text = useTranslations("dossier.history");
  const { moment } = useReader();
  const titleOf = useTitle(values);
  return (
    <Card title={text("title")}>
      {entries.length === 0 ? <p className="text-ink-2">{text("empty")}</p> : null}
      <Timeline
        label={text("label")}
        entries={entries.map((entry) => ({
          id: entry.id,
          at: entry.at,
          when: moment(entry.at),
          tone: tones[entry.kind],
          title: titleOf(entry),
          children: <Detail entry={entry} values={values} />,
        }))}
      />
    </Card>
  );
}

function useTitle(values: Values): (entry: HistoryEntry) => string {
  const text = useTranslations("dossier");
  const { locale } = useReader();
  const value = (key: string) => {
    const found = values.find((candidate) => candidate.key === key);
    return found === undefined ? key : pick(found.name, locale);
  };
  const signed = useSigned();
  return (entry) => {
    const name = signed(entry);
    switch (entry.kind) {
      case "submitted": {
        const number = entry.number;
        return entry.side === "self"
          ? text("history.submittedSelf", { name, number })
          : text("history.submittedManager", { name, number });
      }
      case "returned":
        if (isQuestion(entry)) return text("history.asked", { name });
        return text("history.returned", {
          name,
          from: text(`states.${entry.from}`),
          to: text(`states.${entry.to}`),
        });
      case "agreed":
        return text("history.agreed", { name, round: entry.round });
      case "taken_back":
        return entry.valueKey === null
          ? text("history.taken_back_whole", { name })
          : text("history.taken_back", { name, value: value(entry.valueKey) });
      default:
        return text(`history.${entry.kind}`, {
          name,
          value: value(entry.valueKey),
          score: formatScore(entry.halfPoints),
        });
    }
  };
}

function Detail({ entry, values }: { entry: HistoryEntry; values: Values }) {
  if (entry.kind === "submitted" || entry.kind === "taken_back") return null;
  if (entry.kind === "returned") return <ReturnDetail entry={entry} values={values} />;
  const words = entry.kind === "approved" ? entry.reason : entry.comment;
  return words === "" ? null : <p className="whitespace-pre-wrap">{words}</p>;
}

/** To HR leads what an approver asks; the answer is a row of its own, and nothing is to be mended. */
const isQuestion = ({ to }: Extract<HistoryEntry, { kind: "returned" }>) => to === "hr_audit";

interface ReturnDetailProps {
  entry: Extract<HistoryEntry, { kind: "returned" }>;
  values: Values;
}

function ReturnDetail({ entry, values }: ReturnDetailProps) {
  const text = useTranslations("dossier");
  const { locale } = useReader();
  const value = values.find(({ key }) => key === entry.valueKey);
  const name = value === undefined ? null : pick(value.name, locale);
  const gated = value?.gated === false ? "no" : "yes";
  const pin =
    name === null || entry.point === null
      ? name
      : text("history.pin", { value: name, point: entry.point, gated });
  return (
    <>
      <span className="flex flex-wrap items-center gap-2">
        {entry.caseReason === null ? null : (
          <Chip tone="rust">{text(`reasons.${entry.caseReason}`)}</Chip>
        )}
        {pin === null ? null : <Chip tone="amber">{pin}</Chip>}
        {entry.caseTitle === null ? null : (
          <Chip tone="amber">{text("rounds.case", { title: entry.caseTitle })}</Chip>
        )}
        {isQuestion(entry) && entry.takenBackAt === null ? null : (
          <Chip tone={entry.resolvedAt === null ? "indigo" : "neutral"}>
            {text(
              entry.resolvedAt === null
                ? "history.open"
                : entry.takenBackAt === null
                  ? "history.resolved"
                  : "history.withdrawn",
            )}
          </Chip>
        )}
      </span>
      <p className="mt-1 whitespace-pre-wrap">{entry.reason}</p>
    </>
  );
}
