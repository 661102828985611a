"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReader } from "@/components/reader/use-reader";
import { Table, type Column } from "@/components/ui/data/table";
import { Deadline } from "@/components/ui/feedback/deadline";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import { Score } from "@/components/ui/marks/score";
import { unitText } from "@/lib/departments/rules";
import type { QueueRow } from "@/lib/hr-audit/types";
import { pick } from "@/lib/i18n/pick";
import type { AuditReason } from "@/lib/scoring";
import { formatScore } from "@/lib/scoring/format";
import { rungsFor } from "@/lib/scoring/scale";
import { ConfirmButton } from "../confirm-button";
import { ReturnMenu } from "../return-menu";

const reasonTones: Readonly<Record<AuditReason, ChipTone>> = {
  low: "rust",
  high: "indigo",
  five: "amber",
  doubt: "indigo",
};

/** The scores that wait, each with what it stands on and both answers. */
export function QueueTable({ rows, now }: { rows: readonly QueueRow[]; now: Date }) {
  const text = useTranslations("hr-audit.queue");
  const { locale } = useReader();
  // A sheet can hold several scores: confirming one must not make the next row stale before the page is read anew.
  const [versions, setVersions] = useState<ReadonlyMap<string, number>>(new Map());
  const targetOf = (row: QueueRow) => ({
    appraisalId: row.appraisalId,
    version: Math.max(row.version, versions.get(row.appraisalId) ?? 0),
    value: row.value,
    valueName: pick(row.valueName, locale),
    name: row.name,
    score: formatScore(row.halfPoints),
    rungs: row.rungs,
    gated: row.gated,
    needsView: row.needsView,
  });
  const columns: readonly Column<QueueRow>[] = [
    {
      id: "person",
      header: text("person"),
      rowHeader: true,
      cell: (row) => <Person row={row} />,
    },
    { id: "value", header: text("value"), cell: (row) => pick(row.valueName, locale) },
    {
      id: "score",
      header: text("score"),
      cell: (row) => <Score halfPoints={row.halfPoints} max={rungsFor(row.maxHalfPoints)} />,
    },
    {
      id: "reason",
      header: text("reason"),
      cell: ({ reason }) => <Chip tone={reasonTones[reason]}>{text(`reasons.${reason}`)}</Chip>,
    },
    {
      id: "due",
      header: text("due"),
      cell: ({ cycle, closesAt }) => (
        <span className="grid gap-1">
          <span className="text-sm text-ink-2 tabular">{text("quarterShort", { ...cycle })}</span>
          <Deadline due={closesAt} now={now} compact />
        </span>
      ),
    },
    { id: "evidence", header: text("evidence"), cell: (row) => <Evidence row={row} /> },
    {
      id: "actions",
      header: text("actions"),
      hideHeader: true,
      align: "end",
      cell: (row) => (
        <span className="inline-flex items-center gap-1">
          <ConfirmButton
            target={targetOf(row)}
            onVersion={(id, version) => setVersions((before) => new Map(before).set(id, version))}
          />
          <ReturnMenu target={targetOf(row)} />
        </span>
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

function Person({ row }: { row: QueueRow }) {
  const text = useTranslations("hr-audit.queue");
  const { locale } = useReader();
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <Link
        href={`/hr-audit/${row.appraisalId}#value-${row.value}`}
        aria-label={text("open", { name: row.name })}
        className="inline-flex touch items-center link"
      >
        <bdi>{row.name}</bdi>
      </Link>
      <span className="text-xs font-normal text-ink-2">{unitText(row, locale)}</span>
    </span>
  );
}

function Evidence({ row }: { row: QueueRow }) {
  const text = useTranslations("hr-audit.queue");
  const { supporting, contradicting, written, needsView } = row;
  const parts = [
    supporting > 0 ? text("supporting", { count: supporting }) : null,
    contradicting > 0 ? text("contradicting", { count: contradicting }) : null,
    written > 0 ? text("written", { count: written }) : null,
    needsView ? text("view") : null,
  ].filter((part) => part !== null);
  return (
    <span className="text-sm text-ink-2 tabular">
      {parts.length === 0 ? text("nothing") : parts.join(" · ")}
    </span>
  );
}
