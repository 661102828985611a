import { useTranslations } from "next-intl";
import { NameAndUnit } from "@/components/departments/name-and-unit";
import { ConfirmedCommand } from "@/components/people/confirmed-command";
import { DeputyChip } from "@/components/reader/deputy-chip";
import { useReader } from "@/components/reader/use-reader";
import { FormerMark } from "../dossier-header";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Table, type Column } from "@/components/ui/data/table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
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
  asked: "amber",
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
        <p>
          <LinkButton href={`${room.href}/decided?after=${next}`}>{more}</LinkButton>
        </p>
      )}
    </>
  );
}

function DecidedTable({ rows, href }: { rows: readonly DecidedRow[]; href: RoomHref }) {
  const text = useTranslations("dossier.decidedList");
  const states = useTranslations("dossier.states");
  const { moment } = useReader();
  const stands: Column<DecidedRow> = {
    id: "state",
    header: text("state"),
    phone: "rest",
    cell: ({ state }) =>
      state === null ? null : (
        <span className="max-md:truncate max-md:text-xs">{states(state)}</span>
      ),
  };
  const undo = useTranslations("dossier.decision.undo");
  const reverses: Column<DecidedRow> = {
    id: "reverse",
    header: undo("label"),
    hideHeader: true,
    phone: "beside",
    cell: (row) => <Reverse row={row} room={href} />,
  };
  const columns: readonly Column<DecidedRow>[] = [
    {
      id: "person",
      header: text("person"),
      rowHeader: true,
      cell: (row) => (
        <NameAndUnit person={row} {...(row.opens ? { href: `${href}/${row.appraisalId}` } : {})} />
      ),
    },
    {
      id: "verdict",
      header: text("verdict"),
      phone: "beside",
      cell: ({ verdict, deputyFor, reopenedAt, former, appraisalId }) => (
        <span className="flex flex-wrap gap-1 max-md:max-w-32 max-md:flex-col max-md:items-end">
          <Chip tone={tones[verdict]}>{text(`verdicts.${verdict}`)}</Chip>
          <DeputyChip name={deputyFor} />
          {reopenedAt === null ? null : (
            <Chip tone="rust">{text("reopened", { when: moment(reopenedAt) })}</Chip>
          )}
          <FormerMark former={former} appraisalId={appraisalId} />
        </span>
      ),
    },
    {
      id: "value",
      header: text("value"),
      phone: "rest",
      cell: (row) => (
        <span className="max-md:truncate">
          <About row={row} />
        </span>
      ),
    },
    {
      id: "score",
      header: text("score"),
      phone: "plain",
      cell: ({ halfPoints }) => (halfPoints === null ? null : formatScore(halfPoints)),
    },
    {
      id: "words",
      header: text("words"),
      long: true,
      phone: "plain",
      cell: (row) => <Words row={row} />,
    },
    {
      id: "quarter",
      header: text("quarter"),
      phone: "plain",
      cell: ({ year, quarter }) => (
        <span className="whitespace-nowrap tabular max-md:text-xs">
          {text("quarterShort", { year: String(year), quarter: String(quarter) })}
        </span>
      ),
    },
    {
      id: "at",
      header: text("at"),
      phone: "plain",
      cell: ({ at }) => (
        <span className="text-sm whitespace-nowrap text-ink-2 tabular max-md:text-xs">
          {moment(at)}
        </span>
      ),
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
function Words({ row: { caseReason, words } }: { row: DecidedRow }) {
  const text = useTranslations("dossier");
  if (caseReason === null && words === "") return null;
  const all = (
    <div className="grid gap-1 text-sm">
      {caseReason === null ? null : (
        <p className="font-semibold">{text(`reasons.${caseReason}`)}</p>
      )}
      {words === "" ? null : <p className="whitespace-pre-wrap">{words}</p>}
    </div>
  );
  return (
    <>
      <div className="max-md:hidden">{all}</div>
      <details className="min-w-0 md:hidden">
        <summary className="-my-2.5 flex touch items-center text-sm text-ink-2">
          <span className="truncate">
            {[caseReason === null ? "" : text(`reasons.${caseReason}`), words]
              .filter((part) => part !== "")
              .join(" · ")}
          </span>
        </summary>
        <div className="pt-2">{all}</div>
      </details>
    </>
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
