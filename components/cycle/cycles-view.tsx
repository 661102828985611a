import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { ProgressBar } from "@/components/ui/data/progress-bar";
import { Table, type Column } from "@/components/ui/data/table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import type { CycleSummary } from "@/lib/cycle/types";
import { formatDay } from "@/lib/i18n/dates";
import { defaultTimeZone } from "@/lib/i18n/locales";
import { quarterText } from "./quarter-text";

export function CyclesView({ cycles }: { cycles: readonly CycleSummary[] }) {
  const text = useTranslations("cycle");
  const format = useFormatter();
  const { locale } = useReader();
  const day = (at: Date | null) => (at === null ? "–" : formatDay(at, locale, defaultTimeZone));
  const columns: readonly Column<CycleSummary>[] = [
    {
      id: "quarter",
      header: text("list.quarter"),
      rowHeader: true,
      cell: (cycle) => (
        <Link href={`/cycles/${cycle.id}`} className="font-semibold link">
          {quarterText(text, cycle)}
        </Link>
      ),
    },
    {
      id: "state",
      header: text("list.state"),
      cell: ({ state }) => (
        <Chip tone={state === "open" ? "jade" : "neutral"}>{text(`state.${state}`)}</Chip>
      ),
    },
    {
      id: "people",
      header: text("list.people"),
      align: "end",
      cell: ({ people }) => <span className="tabular">{format.number(people)}</span>,
    },
    {
      id: "done",
      header: text("list.done"),
      cell: ({ people, done }) =>
        done === null ? (
          <span className="text-sm text-ink-2">{text("stuck.few")}</span>
        ) : (
          <ProgressBar label={text("list.done")} done={done} total={people} showCount />
        ),
    },
    { id: "opened", header: text("list.openedOn"), cell: ({ openedAt }) => day(openedAt) },
    { id: "closed", header: text("list.closedOn"), cell: ({ closedAt }) => day(closedAt) },
  ];
  const open = (
    <LinkButton href="/cycles/new" variant="primary">
      {text("list.open")}
    </LinkButton>
  );
  return (
    <div className="grid gap-5">
      <PageHeader title={text("title")} actions={cycles.length === 0 ? null : open} />
      {cycles.length === 0 ? (
        <EmptyState title={text("list.empty")} action={open}>
          {text("list.emptyBody")}
        </EmptyState>
      ) : (
        <Card>
          <Table
            caption={text("list.caption")}
            columns={columns}
            rows={cycles}
            rowKey={({ id }) => id}
          />
        </Card>
      )}
    </div>
  );
}
