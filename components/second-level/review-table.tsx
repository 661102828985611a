"use client";

import { useLocale, useTranslations } from "next-intl";
import { NameAndUnit } from "@/components/departments/name-and-unit";
import { Difference } from "@/components/dossier/difference";
import { DeputyChip } from "@/components/reader/deputy-chip";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Table, type Column } from "@/components/ui/data/table";
import { Chip } from "@/components/ui/marks/chip";
import { localeOf } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/pick";
import { formatScore, rungsFor, scoreDifference } from "@/lib/scoring";
import type { ReviewCell, ReviewGroup, ReviewRow } from "@/lib/second-level/types";
import { CompareCell, FlagKey, flagsOf } from "./compare-cell";

interface ReviewTableProps {
  group: ReviewGroup;
  chosen: ReadonlySet<string>;
  onChoose: (row: ReviewRow, chosen: boolean) => void;
}

const nothing: ReviewCell = { key: "", self: null, manager: null, flag: null, doubt: false };

/** Persons down, values across; on a phone a card for each person. */
export function ReviewTable(props: ReviewTableProps) {
  const { group, chosen, onChoose } = props;
  const text = useTranslations("second-level");
  const locale = localeOf(useLocale());
  const values = group.columns.map(({ key, name, maxHalfPoints }): Column<ReviewRow> => ({
    id: key,
    header: pick(name, locale),
    phone: "cell",
    cell: ({ cells }) => (
      <CompareCell
        cell={cells.find((cell) => cell.key === key) ?? nothing}
        max={rungsFor(maxHalfPoints)}
      />
    ),
  }));
  const columns: readonly Column<ReviewRow>[] = [
    {
      id: "person",
      header: text("columns.person"),
      rowHeader: true,
      cell: (row) => (
        <span className="flex min-w-0 items-start gap-2">
          <label className="grid size-6 shrink-0 place-items-center max-md:size-11">
            <span className="sr-only">{text("choose", { name: row.name })}</span>
            <input
              type="checkbox"
              className="size-4.5 accent-jade"
              checked={chosen.has(row.appraisalId)}
              disabled={row.locked !== null}
              onChange={({ target }) => onChoose(row, target.checked)}
            />
          </label>
          <NameAndUnit
            person={row}
            href={`/second-level/${row.appraisalId}`}
            label={text("openLabel", { name: row.name })}
            mark={
              <>
                <DeputyChip name={row.deputyFor} />
                {row.noPartner ? <Chip tone="amber">{text("noPartner")}</Chip> : null}
                {row.round > 1 ? (
                  <Chip tone="indigo">{text("round", { round: row.round })}</Chip>
                ) : null}
              </>
            }
          />
        </span>
      ),
    },
    ...values,
    {
      id: "total",
      header: text("columns.total"),
      phone: "beside",
      cell: (row) => <Total row={row} max={group.maxTotal} />,
    },
    {
      id: "actions",
      header: text("columns.actions"),
      hideHeader: true,
      // The sheet itself has it, too; a card leaves the room to the name.
      phone: "none",
      align: "end",
      cell: (row) =>
        row.locked === null ? (
          <LinkButton
            size="sm"
            variant="quiet"
            href={`/second-level/${row.appraisalId}?return=1`}
            aria-label={text("returnLabel", { name: row.name })}
          >
            {text("return")}
          </LinkButton>
        ) : null,
    },
  ];
  return (
    <div className="overflow-x-auto px-4 pb-2 md:px-5 md:[&_tbody_th]:align-top md:[&_td]:align-top">
      <FlagKey flags={new Set(group.rows.flatMap(({ cells }) => cells.flatMap(flagsOf)))} />
      <Table
        caption={text("table", { name: group.managerName })}
        columns={columns}
        rows={group.rows}
        rowKey={({ appraisalId }) => appraisalId}
      />
    </div>
  );
}

function Total({ row, max }: { row: ReviewRow; max: number }) {
  const text = useTranslations("second-level");
  const locale = localeOf(useLocale());
  const { selfTotal: self, managerTotal: manager, band } = row;
  return (
    <span className="inline-flex flex-col items-start gap-1 whitespace-nowrap max-md:max-w-40 max-md:items-end max-md:gap-0 max-md:text-end max-md:leading-tight max-md:[&>.chip]:py-0">
      <span className="flex flex-col items-start gap-1 max-md:flex-row max-md:items-baseline max-md:gap-1.5">
        <span className="tabular">
          <strong className="text-lg leading-none font-semibold">
            {manager === null ? "–" : formatScore(manager)}
          </strong>
          <span className="text-sm text-ink-2">/{formatScore(max)}</span>
        </span>
        {self === null ? null : (
          <span className="flex items-center gap-1.5 text-xs text-ink-2 tabular">
            <span className="max-md:sr-only">{text("selfIs", { score: formatScore(self) })}</span>
            <Difference halfPoints={scoreDifference(self, manager)} />
          </span>
        )}
      </span>
      {band === null ? null : <Chip>{pick(band, locale)}</Chip>}
    </span>
  );
}
