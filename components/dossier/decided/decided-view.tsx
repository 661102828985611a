import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Table, type Column } from "@/components/ui/data/table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import { unitText } from "@/lib/departments/rules";
import type { DecidedPage, DecidedRow } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { formatScore } from "@/lib/scoring/format";

interface DecidedViewProps {
  page: DecidedPage;
  /** The room whose decisions these are, by its address and its name. */
  room: { readonly href: string; readonly title: string };
}

const tones: Readonly<Record<DecidedRow["verdict"], ChipTone>> = {
  agreed: "jade",
  confirmed: "jade",
  approved: "jade",
  returned: "amber",
  declined: "rust",
};

/** What the reader decided in one room, and where it stands now. */
export function DecidedView({ page: { rows, next }, room }: DecidedViewProps) {
  const text = useTranslations("dossier.decidedList");
  const more = useTranslations("dossier")("moreLabel");
  return (
    <>
      <PageHeader
        back={<BackLink href={room.href}>{room.title}</BackLink>}
        title={text("title")}
        subtitle={text("subtitle")}
      />
      {rows.length === 0 ? (
        <EmptyState title={text("empty")} />
      ) : (
        <Card>
          <DecidedTable rows={rows} href={room.href} />
        </Card>
      )}
      {next === null ? null : (
        <LinkButton href={`${room.href}/decided?after=${next}`}>{more}</LinkButton>
      )}
    </>
  );
}

function DecidedTable({ rows, href }: { rows: readonly DecidedRow[]; href: string }) {
  const text = useTranslations("dossier.decidedList");
  const cycle = useTranslations("dossier");
  const states = useTranslations("dossier.states");
  const { locale, moment } = useReader();
  const columns: readonly Column<DecidedRow>[] = [
    {
      id: "person",
      header: text("person"),
      rowHeader: true,
      cell: (row) => (
        <span className="flex flex-wrap items-baseline gap-x-2">
          {row.opens ? (
            <Link
              href={`${href}/${row.appraisalId}`}
              className="inline-flex touch items-center link"
            >
              {row.name}
            </Link>
          ) : (
            row.name
          )}
          <span className="text-xs font-normal text-ink-2">{unitText(row, locale)}</span>
        </span>
      ),
    },
    {
      id: "verdict",
      header: text("verdict"),
      phone: "plain",
      cell: ({ verdict }) => <Chip tone={tones[verdict]}>{text(`verdicts.${verdict}`)}</Chip>,
    },
    {
      id: "value",
      header: text("value"),
      phone: "plain",
      cell: ({ valueName }) => (valueName === null ? text("whole") : pick(valueName, locale)),
    },
    {
      id: "score",
      header: text("score"),
      cell: ({ halfPoints }) => (halfPoints === null ? null : formatScore(halfPoints)),
    },
    {
      id: "quarter",
      header: text("quarter"),
      phone: "plain",
      cell: ({ year, quarter }) => cycle("cycle", { year: String(year), quarter: String(quarter) }),
    },
    {
      id: "at",
      header: text("at"),
      phone: "plain",
      cell: ({ at }) => <span className="text-sm text-ink-2 tabular">{moment(at)}</span>,
    },
    { id: "state", header: text("state"), cell: ({ state }) => states(state) },
  ];
  return <Table caption={text("caption")} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
