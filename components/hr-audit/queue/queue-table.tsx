import { useTranslations } from "next-intl";
import { NameAndUnit } from "@/components/departments/name-and-unit";
import { LockChip } from "@/components/dossier/decision/lock-chip";
import { placeHref } from "@/components/dossier/reading/href";
import { ReasonChip } from "@/components/dossier/reading/reason-chip";
import { DeputyChip } from "@/components/reader/deputy-chip";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Table, type Column } from "@/components/ui/data/table";
import { Chip } from "@/components/ui/marks/chip";
import { Deadline } from "@/components/ui/feedback/deadline";
import { Score } from "@/components/ui/marks/score";
import type { QueueRow } from "@/lib/hr-audit/types";
import { pick } from "@/lib/i18n/pick";
import { rungsFor } from "@/lib/scoring/scale";

/** The scores that wait, each with what it stands on; decided is beside the evidence alone. */
export function QueueTable({ rows, now }: { rows: readonly QueueRow[]; now: Date }) {
  const text = useTranslations("hr-audit.queue");
  const { locale } = useReader();
  const columns: readonly Column<QueueRow>[] = [
    {
      id: "person",
      header: text("person"),
      rowHeader: true,
      cell: (row) => (
        <NameAndUnit
          person={row}
          href={placeHref("/hr-audit", row)}
          label={text("open", { name: row.name })}
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
      id: "reason",
      header: text("reason"),
      phone: "plain",
      cell: ({ reason, oneReviewer, noPartner }) => (
        <span className="flex flex-wrap gap-1">
          <ReasonChip reason={reason} />
          {oneReviewer ? <Chip tone="amber">{text("oneReviewer")}</Chip> : null}
          {noPartner ? <Chip tone="amber">{text("noPartner")}</Chip> : null}
        </span>
      ),
    },
    {
      id: "due",
      header: text("due"),
      phone: "plain",
      cell: ({ cycle, closesAt }) => (
        <span className="grid gap-1 max-md:flex max-md:items-center max-md:gap-2">
          <span className="text-sm text-ink-2 tabular">{text("quarterShort", { ...cycle })}</span>
          {closesAt === null ? null : <Deadline due={closesAt} now={now} compact />}
        </span>
      ),
    },
    {
      id: "evidence",
      header: text("evidence"),
      phone: "rest",
      cell: (row) => <Evidence row={row} />,
    },
    {
      id: "actions",
      header: text("actions"),
      hideHeader: true,
      phone: "beside",
      align: "end",
      cell: (row) =>
        row.locked === null ? (
          <LinkButton
            size="sm"
            href={placeHref("/hr-audit", row)}
            aria-label={text("readLabel", { name: row.name, value: pick(row.valueName, locale) })}
          >
            {text("read")}
          </LinkButton>
        ) : (
          <LockChip lock={row.locked} />
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
    <span className="text-sm text-ink-2 tabular max-md:truncate">
      {parts.length === 0 ? text("nothing") : parts.join(" · ")}
    </span>
  );
}
