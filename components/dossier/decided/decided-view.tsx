import Link from "next/link";
import { useTranslations } from "next-intl";
import { ConfirmedCommand } from "@/components/people/confirmed-command";
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

const takeBacks = {
  "/second-level": "second-level.take-back",
  "/hr-audit": "hr-audit.take-back",
  "/approvals": "approval.take-back",
} as const;
type RoomHref = keyof typeof takeBacks;

interface DecidedViewProps {
  page: DecidedPage;
  /** The room whose decisions these are, by its address and its name. */
  room: { readonly href: RoomHref; readonly title: string };
}

const tones: Readonly<Record<DecidedRow["verdict"], ChipTone>> = {
  agreed: "jade",
  confirmed: "jade",
  approved: "jade",
  returned: "amber",
  declined: "rust",
  taken_back: "neutral",
};

/** What the reader decided in one room, and where it stands now as far as they may know. */
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

function DecidedTable({ rows, href }: { rows: readonly DecidedRow[]; href: RoomHref }) {
  const text = useTranslations("dossier.decidedList");
  const cycle = useTranslations("dossier");
  const states = useTranslations("dossier.states");
  const { locale, moment } = useReader();
  const stands: Column<DecidedRow> = {
    id: "state",
    header: text("state"),
    cell: ({ state }) => (state === null ? null : states(state)),
  };
  const undo = useTranslations("dossier.decision.undo");
  const reverses: Column<DecidedRow> = {
    id: "reverse",
    header: undo("label"),
    hideHeader: true,
    cell: (row) => <Reverse row={row} room={href} />,
  };
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
      cell: ({ verdict, deputyFor }) => (
        <span className="flex flex-wrap gap-1">
          <Chip tone={tones[verdict]}>{text(`verdicts.${verdict}`)}</Chip>
          {deputyFor === null ? null : <Chip>{text("deputyFor", { name: deputyFor })}</Chip>}
        </span>
      ),
    },
    {
      id: "value",
      header: text("value"),
      phone: "plain",
      cell: (row) => <About row={row} />,
    },
    {
      id: "score",
      header: text("score"),
      cell: ({ halfPoints }) => (halfPoints === null ? null : formatScore(halfPoints)),
    },
    {
      id: "words",
      header: text("words"),
      long: true,
      cell: (row) => <Words row={row} />,
    },
    {
      id: "quarter",
      header: text("quarter"),
      phone: "plain",
      cell: ({ year, quarter }) => (
        <span className="whitespace-nowrap">
          {cycle("cycle", { year: String(year), quarter: String(quarter) })}
        </span>
      ),
    },
    {
      id: "at",
      header: text("at"),
      phone: "plain",
      cell: ({ at }) => <span className="text-sm text-ink-2 tabular">{moment(at)}</span>,
    },
    ...(rows.some(({ state }) => state !== null) ? [stands] : []),
    ...(rows.some(({ reversible }) => reversible !== null) ? [reverses] : []),
  ];
  return <Table caption={text("caption")} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** The value, with the level a return was pinned to; or the whole sheet. */
function About({ row: { valueName, point, gated } }: { row: DecidedRow }) {
  const text = useTranslations("dossier");
  const { locale } = useReader();
  if (valueName === null) return text("decidedList.whole");
  const value = pick(valueName, locale);
  return point === null
    ? value
    : text("history.pin", { value, point, gated: gated ? "yes" : "no" });
}

/** What the reader wrote; a list of decisions is the one place where a sheet that is closed to them still says it. */
function Words({ row: { caseReason, words, view } }: { row: DecidedRow }) {
  const text = useTranslations("dossier");
  if (caseReason === null && words === "" && view === "") return null;
  return (
    <div className="grid gap-1 text-sm">
      {caseReason === null ? null : (
        <p className="font-semibold">{text(`reasons.${caseReason}`)}</p>
      )}
      {words === "" ? null : <p className="whitespace-pre-wrap">{words}</p>}
      {view === "" ? null : (
        <p className="whitespace-pre-wrap">{text("decidedList.view", { view })}</p>
      )}
    </div>
  );
}

/** Takes the decision back while the sheet has not moved on. */
function Reverse({ row, room }: { row: DecidedRow; room: RoomHref }) {
  const text = useTranslations("dossier.decision.undo");
  const { appraisalId, value, reversible: version } = row;
  if (version === null) return null;
  const words = {
    quiet: true,
    label: text("label"),
    title: text("named", { name: row.name }),
    description: text("body"),
    confirmLabel: text("label"),
  };
  if (room === "/second-level")
    return (
      <ConfirmedCommand command={takeBacks[room]} input={{ appraisalId, version }} {...words} />
    );
  return value === null ? null : (
    <ConfirmedCommand
      command={takeBacks[room]}
      input={{ appraisalId, version, value }}
      {...words}
    />
  );
}
