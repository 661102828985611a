import clsx from "clsx";
import { useTranslations } from "next-intl";
import { FormerCase } from "@/components/dossier/rounds/former-case";
import { useReader } from "@/components/reader/use-reader";
import { Timeline } from "@/components/ui/data/timeline";
import { Notice } from "@/components/ui/feedback/notice";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import { formatMoment } from "@/lib/i18n/dates";
import { pick } from "@/lib/i18n/pick";
import { formatScore } from "@/lib/scoring";
import type { Trail, TrailEntry } from "@/lib/trail/types";
import { toneOf, useSentence, useTotal } from "./use-entry";

/** Everything that happened to one appraisal, as sentences. Direct children of a `.page`. */
export function TrailView({ trail }: { trail: Trail }) {
  const text = useTranslations("trail");
  const { locale } = useReader();
  const sentence = useSentence(trail.timeZone);
  const back = backOf(trail);
  const quarter = { year: String(trail.year), quarter: String(trail.quarter) };
  return (
    <>
      <PageHeader
        title={text("title")}
        beside={trail.person.name}
        subtitle={[text("subtitle", quarter), text("zone", { zone: trail.timeZone })].join(" · ")}
        back={<BackLink href={back.href}>{text(`back.${back.to}`)}</BackLink>}
      />
      {trail.own ? <Notice>{text(trail.published ? "votesNote" : "ownNote")}</Notice> : null}
      <Card>
        {trail.entries.length === 0 ? <p className="text-ink-2">{text("empty")}</p> : null}
        <Timeline
          label={text("label", { name: trail.person.name })}
          entries={trail.entries.map((entry) => ({
            id: entry.id,
            at: entry.at,
            when: formatMoment(entry.at, locale, trail.timeZone),
            tone: toneOf(entry.event),
            title: sentence(entry),
            children: <Detail entry={entry} />,
          }))}
        />
      </Card>
    </>
  );
}

function backOf({ own, published, appraisalId }: Trail) {
  if (published) return { to: "result" as const, href: `/results/${appraisalId}` };
  return own ? { to: "mine" as const, href: "/mine" } : { to: "home" as const, href: "/" };
}

/** Why somebody was taken in or out, or given more time; other reasons stand in notes. */
function reasonOf(event: TrailEntry["event"]): string | null {
  return event.kind.startsWith("participation.") && "reason" in event
    ? (event.reason ?? null) || null
    : null;
}

function Detail({ entry }: { entry: TrailEntry }) {
  const text = useTranslations("trail");
  const { locale } = useReader();
  const total = useTotal()(entry);
  const { note, event, changed, lost } = entry;
  const words = note?.reason ?? entry.words ?? reasonOf(event);
  const value = note?.value === null || note === null ? null : pick(note.value, locale);
  const pin =
    value === null || note?.point == null
      ? value
      : text("pin", { value, point: note.point, gated: note.gated ? "yes" : "no" });
  const chips = event.kind === "hr.returned" || pin !== null;
  if (total === null && words === null && !chips && changed.length + lost.length === 0) return null;
  return (
    <>
      {total === null ? null : <p className="tabular">{total}</p>}
      {changed.length === 0 ? null : (
        <ul className="list-disc ps-5 tabular">
          {changed.map(({ value: name, first, now }) => {
            const value = name === null ? "" : pick(name, locale);
            const scores = { first: formatScore(first), now: formatScore(now) };
            return <li key={value}>{text("changedSinceFirst", { value, ...scores })}</li>;
          })}
        </ul>
      )}
      <Lost lost={lost} />
      {chips ? (
        <p className="flex flex-wrap gap-2">
          {event.kind === "hr.returned" ? (
            <Chip tone="rust">{text(`reasons.${event.reason}`)}</Chip>
          ) : null}
          {pin === null ? null : <Chip tone="amber">{pin}</Chip>}
        </p>
      ) : null}
      {words === null ? null : (
        <p
          className={clsx(
            "mt-1 whitespace-pre-wrap",
            event.kind === "result.objected" && "no-print",
          )}
        >
          {words}
        </p>
      )}
    </>
  );
}

/** Cases that a sheet handed in again no longer holds as the one before did, to read in full. */
function Lost({ lost }: Pick<TrailEntry, "lost">) {
  const text = useTranslations("dossier.rounds");
  const { locale } = useReader();
  if (lost.length === 0) return null;
  return (
    <div className="no-print">
      <Disclosure summary={text("former", { count: lost.length })}>
        {lost.map(({ value, gated, item }) => {
          const rung = text("rung", { point: item.rung, gated: gated ? "yes" : "no" });
          return (
            <FormerCase key={item.id} item={item} place={`${pick(value, locale)} · ${rung}`} />
          );
        })}
      </Disclosure>
    </div>
  );
}
