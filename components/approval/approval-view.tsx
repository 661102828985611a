import { useTranslations } from "next-intl";
import { NameAndUnit } from "@/components/departments/name-and-unit";
import { LockChip } from "@/components/dossier/decision/lock-chip";
import { placeHref } from "@/components/dossier/reading/href";
import { DeputyChip } from "@/components/reader/deputy-chip";
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
  const signed = useSigned();
  const columns: readonly Column<TopRow>[] = [
    {
      id: "person",
      header: text("person"),
      rowHeader: true,
      cell: (row) => (
        <NameAndUnit
          person={row}
          href={placeHref("/approvals", row)}
          label={text("openLabel", { name: row.name, value: pick(row.valueName, locale) })}
          mark={<DeputyChip name={row.deputyFor} />}
        />
      ),
    },
    {
      id: "value",
      header: text("value"),
      phone: "plain",
      cell: (row) => pick(row.valueName, locale),
    },
    {
      id: "score",
      header: text("score"),
      phone: "plain",
      cell: (row) => (
        <span className="max-md:[&_svg]:hidden">
          <Score halfPoints={row.halfPoints} max={rungsFor(row.maxHalfPoints)} />
        </span>
      ),
    },
    {
      id: "manager",
      header: text("manager"),
      phone: "rest",
      cell: (row) => (
        <span className="max-md:truncate">
          <span className="text-xs text-ink-2 md:hidden">{text("manager")} </span>
          <bdi>{row.managerName}</bdi>
        </span>
      ),
    },
    {
      id: "verified",
      header: text("verified"),
      phone: "rest",
      cell: ({ verifiedBy }) => (
        <span className="text-sm text-ink-2 max-md:truncate">
          {verifiedBy === null
            ? text("verifiedNone")
            : text("verifiedBy", { name: signed(verifiedBy) })}
        </span>
      ),
    },
    {
      id: "deadline",
      header: text("deadline"),
      phone: "plain",
      cell: ({ cycle, closesAt, locked }) => (
        <span className="grid gap-1 max-md:flex max-md:items-center max-md:gap-2">
          <span className="text-sm text-ink-2 tabular">{text("quarterShort", { ...cycle })}</span>
          {locked !== null ? (
            <LockChip lock={locked} />
          ) : closesAt === null ? null : (
            <Deadline due={closesAt} now={now} compact />
          )}
        </span>
      ),
    },
    {
      id: "evidence",
      header: text("evidence"),
      phone: "rest",
      cell: ({ cases, written }) => (
        <span className="text-sm text-ink-2 max-md:truncate">
          {text("evidenceOf", { cases, written })}
        </span>
      ),
    },
    {
      id: "actions",
      header: text("actions"),
      hideHeader: true,
      phone: "beside",
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
