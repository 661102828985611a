import { useTranslations } from "next-intl";
import { useLockWords } from "@/components/dossier/decision/use-lock-words";
import { placeHref } from "@/components/dossier/reading/href";
import { useReader } from "@/components/reader/use-reader";
import { useSigned } from "@/components/reader/use-signed";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Table, type Column } from "@/components/ui/data/table";
import { Deadline } from "@/components/ui/feedback/deadline";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import { ChipLink } from "@/components/ui/marks/chip-link";
import { Score } from "@/components/ui/marks/score";
import type { TopPage, TopRow } from "@/lib/approval/types";
import { unitText } from "@/lib/departments/rules";
import { pick } from "@/lib/i18n/pick";
import { rungsFor } from "@/lib/scoring";

export function ApprovalView({ page, now }: { page: TopPage; now: Date }) {
  const text = useTranslations("approval");
  const { rows, waiting, decided, next } = page;
  return (
    <>
      <PageHeader
        title={text("title")}
        subtitle={text("subtitle")}
        actions={
          <>
            <Chip tone="amber">{text("waiting", { count: waiting })}</Chip>
            <ChipLink href="/approvals/decided">{text("decided", { count: decided })}</ChipLink>
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={text("empty.title")}>
          <p>{text("empty.body")}</p>
          {decided === 0 ? null : <p>{text("empty.done", { count: decided })}</p>}
        </EmptyState>
      ) : (
        <Card title={text("list.title")}>
          <TopTable rows={rows} now={now} />
        </Card>
      )}
      {next === null ? null : (
        <LinkButton href={`/approvals?after=${next}`}>{text("list.next")}</LinkButton>
      )}
    </>
  );
}

function TopTable({ rows, now }: { rows: readonly TopRow[]; now: Date }) {
  const text = useTranslations("approval.list");
  const { locale } = useReader();
  const lockWords = useLockWords();
  const signed = useSigned();
  const columns: readonly Column<TopRow>[] = [
    {
      id: "person",
      header: text("person"),
      rowHeader: true,
      cell: (row) => (
        <span className="flex flex-wrap items-baseline gap-x-2">
          <bdi>{row.name}</bdi>
          <span className="text-xs font-normal text-ink-2">{unitText(row, locale)}</span>
        </span>
      ),
    },
    { id: "value", header: text("value"), cell: (row) => pick(row.valueName, locale) },
    {
      id: "score",
      header: text("score"),
      cell: (row) => <Score halfPoints={row.halfPoints} max={rungsFor(row.maxHalfPoints)} />,
    },
    { id: "manager", header: text("manager"), cell: (row) => row.managerName },
    {
      id: "evidence",
      header: text("evidence"),
      cell: ({ cases, written }) => (
        <span className="text-sm text-ink-2">{text("evidenceOf", { cases, written })}</span>
      ),
    },
    {
      id: "verified",
      header: text("verified"),
      cell: ({ verifiedBy }) => (
        <span className="text-sm text-ink-2">
          {verifiedBy === null
            ? text("verifiedNone")
            : text("verifiedBy", { name: signed(verifiedBy) })}
        </span>
      ),
    },
    {
      id: "deadline",
      header: text("deadline"),
      cell: ({ cycle, closesAt, locked }) => (
        <span className="grid gap-1">
          <span className="text-sm text-ink-2 tabular">{text("quarterShort", { ...cycle })}</span>
          {closesAt === null ? null : <Deadline due={closesAt} now={now} compact />}
          {locked === null ? null : <span className="text-xs text-ink-2">{lockWords(locked)}</span>}
        </span>
      ),
    },
    {
      id: "actions",
      header: text("actions"),
      hideHeader: true,
      align: "end",
      cell: (row) => (
        <LinkButton
          size="sm"
          href={placeHref("/approvals", row)}
          aria-label={text("openLabel", { name: row.name, value: pick(row.valueName, locale) })}
        >
          {text("open")}
        </LinkButton>
      ),
    },
  ];
  return (
    <Table
      caption={text("caption")}
      columns={columns}
      rows={rows}
      rowKey={({ appraisalId, value }) => `${appraisalId} ${value}`}
    />
  );
}
