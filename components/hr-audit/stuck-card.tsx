import Link from "next/link";
import { useTimeZone, useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Card } from "@/components/ui/layout/card";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import { unitText } from "@/lib/departments/rules";
import { calendarDaysBetween } from "@/lib/i18n/dates";
import { defaultTimeZone } from "@/lib/i18n/locales";
import type { AuditFilter } from "@/lib/hr-audit/schema";
import type { StuckKind, StuckPage, StuckRow } from "@/lib/hr-audit/types";
import { auditHref } from "./href";

const tones: Readonly<Record<StuckKind, ChipTone>> = {
  objected: "rust",
  overdue: "rust",
  returned: "amber",
  waiting: "neutral",
};

interface StuckCardProps {
  page: StuckPage;
  filter: AuditFilter;
  now: Date;
}

/** Whom to ask next: what does not move, why, and whose turn it is. */
export function StuckCard({ page, filter, now }: StuckCardProps) {
  const text = useTranslations("hr-audit.stuck");
  return (
    <Card
      title={
        <>
          {text("title")} <span className="font-normal text-ink-2 tabular">{page.total}</span>
        </>
      }
      note={text("note")}
    >
      {page.rows.length === 0 ? <p className="text-ink-2">{text("empty")}</p> : null}
      <ul aria-label={text("caption")}>
        {page.rows.map((row) => (
          <StuckLine key={row.appraisalId} row={row} now={now} />
        ))}
      </ul>
      {page.next === null ? null : (
        <div className="pt-3">
          <LinkButton size="sm" href={auditHref({ cycle: filter.cycle, stuck: page.next })}>
            {text("more")}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

function StuckLine({ row, now }: { row: StuckRow; now: Date }) {
  const text = useTranslations("hr-audit.stuck");
  const states = useTranslations("dossier.states");
  const { locale, moment } = useReader();
  const days = calendarDaysBetween(row.since, now, useTimeZone() ?? defaultTimeZone);
  const unit = unitText(row, locale);
  const facts = [
    text("quarterShort", { ...row.cycle }),
    ...(row.kind === "objected" ? [] : [text("state", { state: states(row.state) })]),
    days <= 0 ? text("today") : text("days", { days }),
    text("due", { moment: moment(row.closesAt) }),
    row.holder === null ? text("hr") : text("holder", { name: row.holder }),
  ];
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-2 first:border-t-0 first:pt-0">
      <span>
        <span className="font-semibold">
          <bdi>{row.name}</bdi>
        </span>
        <span className="ms-2 text-xs text-ink-2">{unit}</span>
      </span>
      <span className="flex flex-wrap gap-1">
        <Chip tone={tones[row.kind]}>{text(`kinds.${row.kind}`)}</Chip>
        {row.kind === "objected" && row.closesAt <= now ? (
          <Chip tone="alarm">{text("kinds.overdue")}</Chip>
        ) : null}
      </span>
      <span className="w-full text-sm text-ink-2 tabular">{facts.join(" · ")}</span>
      {row.kind === "objected" ? (
        <Link href={`/results/${row.appraisalId}`} className="inline-flex touch items-center link">
          {text("objection")}
        </Link>
      ) : null}
    </li>
  );
}
