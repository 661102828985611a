import clsx from "clsx";
import { Check, Undo2 } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Icon } from "@/components/ui/marks/icon";
import { Score } from "@/components/ui/marks/score";
import type { QueueEntry, ReadingQueue } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { rungsFor } from "@/lib/scoring";
import { formatScore } from "@/lib/scoring/format";
import { placeHref } from "./href";
import { ReasonChip } from "./reason-chip";

interface QueueProps {
  queue: ReadingQueue;
  room: string;
}

/** What waits in this room and what was decided in this sitting, around the one that is open. */
export function Queue({ queue, room }: QueueProps) {
  const text = useTranslations("dossier.reading");
  return (
    <nav aria-label={text("queue")} className="rounded-lg border border-line bg-card p-2">
      <p className="px-2 py-1.5 text-sm text-ink-2">{text("waiting", { count: queue.waiting })}</p>
      <ul>
        {queue.entries.map((entry) => (
          <li key={entry.place}>
            <Entry entry={entry} room={room} current={entry === queue.here} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface EntryProps {
  entry: QueueEntry;
  room: string;
  current: boolean;
}

function Entry({ entry, room, current }: EntryProps) {
  const look = "grid gap-1 rounded-md border-s-3 px-2 py-2";
  if (!entry.opens)
    return (
      <span className={clsx(look, "border-transparent text-ink-2")}>
        <EntryWords entry={entry} current={false} />
      </span>
    );
  return (
    <Link
      href={placeHref(room, entry)}
      aria-current={current ? "page" : undefined}
      className={clsx(
        look,
        current ? "border-jade bg-jade-wash" : "border-transparent hover:bg-sunk",
      )}
    >
      <EntryWords entry={entry} current={current} />
    </Link>
  );
}

function EntryWords({ entry, current }: { entry: QueueEntry; current: boolean }) {
  const text = useTranslations("dossier.reading");
  const verdicts = useTranslations("dossier.reading.outcomes");
  const { locale } = useReader();
  const { name, valueName, halfPoints, maxHalfPoints, mark, outcome } = entry;
  const said = outcome === null ? (current ? text("here") : null) : verdicts(outcome);
  const back = outcome !== "agreed" && outcome !== "confirmed" && outcome !== "approved";
  return (
    <>
      <span className="flex items-baseline justify-between gap-2">
        <span className="min-w-0">
          <span className={outcome === null ? "font-semibold" : undefined}>
            <bdi>{name}</bdi>
          </span>
          {valueName === null ? null : (
            <span className="ms-1 text-sm text-ink-2">{pick(valueName, locale)}</span>
          )}
        </span>
        {maxHalfPoints === null ? (
          <span className="tabular">{halfPoints === null ? null : formatScore(halfPoints)}</span>
        ) : (
          <Score
            halfPoints={halfPoints}
            max={rungsFor(maxHalfPoints)}
            tone={outcome === null ? "jade" : "neutral"}
          />
        )}
      </span>
      <span className="flex items-center justify-between gap-2 text-xs text-ink-2 empty:hidden">
        {mark === null ? <span /> : <ReasonChip reason={mark} />}
        {said === null ? null : (
          <span className={clsx("inline-flex items-center gap-1", current && "text-jade")}>
            {outcome === null ? null : <Icon of={back ? Undo2 : Check} className="size-3.5" />}
            {said}
          </span>
        )}
      </span>
    </>
  );
}
