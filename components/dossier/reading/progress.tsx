import { ChevronLeft, ChevronRight } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/marks/icon";
import { BackLink } from "@/components/ui/layout/back-link";
import { SubBar } from "@/components/ui/layout/sub-bar";
import type { QueueEntry, ReadingQueue } from "@/lib/dossier/types";
import { placeHref } from "./href";
import { readingIds } from "./ids";
import { ReadingKeys } from "./reading-keys";

export interface Room {
  readonly href: string;
  readonly title: string;
  /** What a no is called here. */
  readonly no: "return" | "decline";
}

/** The way back, how far the sitting is, and the neighbours; the keys j and k press these links. */
export function Progress({ queue, room }: { queue: ReadingQueue; room: Room }) {
  const text = useTranslations("dossier.reading");
  const { here, total, entries } = queue;
  const count = (outcome: QueueEntry["outcome"]) =>
    entries.filter((entry) => entry.outcome === outcome).length;
  const outcomes = (
    ["agreed", "confirmed", "approved", "returned", "declined", "asked"] as const
  ).filter((outcome) => count(outcome) > 0);
  return (
    <SubBar>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <BackLink href={room.href}>{room.title}</BackLink>
        {here === null ? null : (
          <strong className="text-base tabular">
            {text("place", { place: here.place, total })}
          </strong>
        )}
        {outcomes.length === 0 ? null : (
          <span className="text-ink-2 tabular max-md:hidden">
            {outcomes
              .map((outcome) => text(`counts.${outcome}`, { count: count(outcome) }))
              .join(" · ")}
          </span>
        )}
        <span className="ms-auto flex items-center gap-1">
          <Neighbour of="previous" entry={queue.previous} room={room.href} />
          <Neighbour of="next" entry={queue.next} room={room.href} />
          <ReadingKeys no={room.no} />
        </span>
      </div>
    </SubBar>
  );
}

interface NeighbourProps {
  of: "previous" | "next";
  entry: QueueEntry | null;
  room: string;
}

function Neighbour({ of, entry, room }: NeighbourProps) {
  const text = useTranslations("dossier.reading");
  if (entry === null) return null;
  const icon = <Icon of={of === "next" ? ChevronRight : ChevronLeft} className="size-4" />;
  return (
    <Link
      id={readingIds[of]}
      href={placeHref(room, entry)}
      aria-label={text(`${of}Label`, { name: entry.name })}
      className="inline-flex touch items-center gap-1 px-2 text-ink-2 hover:text-jade hover:underline"
    >
      {of === "previous" ? icon : null}
      {text(of)}
      {of === "next" ? icon : null}
    </Link>
  );
}
