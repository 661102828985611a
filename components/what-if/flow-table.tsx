import { useTranslations } from "next-intl";
import { Table, type Column } from "@/components/ui/data/table";
import type { FlowFigures } from "@/lib/what-if/types";
import { Count } from "./count";

interface FlowRow extends FlowFigures {
  readonly id: string;
  readonly name: string;
}

interface FlowTableProps {
  caption: string;
  nameHeader: string;
  rows: readonly FlowRow[];
}

/** Before and after as bars, with their figures beside. */
export function FlowTable({ caption, nameHeader, rows }: FlowTableProps) {
  const text = useTranslations("what-if.flow");
  const longest = Math.max(1, ...rows.flatMap(({ before, after }) => [before ?? 0, after ?? 0]));
  const figure = (part: keyof FlowFigures, sign: "" | "+" | "−" = ""): Column<FlowRow> => ({
    id: part,
    header: text(part),
    align: "end",
    cell: (row) => <Count value={row[part]} sign={sign} />,
  });
  const columns: readonly Column<FlowRow>[] = [
    { id: "name", header: nameHeader, rowHeader: true, cell: ({ name }) => name },
    {
      id: "plot",
      header: text("plot"),
      hideHeader: true,
      cell: (row) => <Bars row={row} longest={longest} />,
    },
    figure("before"),
    figure("after"),
    figure("gained", "+"),
    figure("lost", "−"),
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function Bars({ row: { before, after }, longest }: { row: FlowRow; longest: number }) {
  const width = (value: number) => `${(100 * value) / longest}%`;
  return (
    <svg aria-hidden height="18" className="w-full min-w-16 md:w-28">
      {before === null ? null : (
        <rect width={width(before)} height="8" rx="2" className="fill-ink-3/45" />
      )}
      {after === null ? null : (
        <rect y="10" width={width(after)} height="8" rx="2" className="fill-jade" />
      )}
    </svg>
  );
}
