import { useTranslations } from "next-intl";
import { Table, type Column } from "@/components/ui/data/table";
import { Card } from "@/components/ui/layout/card";
import type { FrameworkSummary } from "@/lib/ruleset/types";
import { formatScore } from "@/lib/scoring";
import { useCommonColumns } from "./columns";
import { ListEmpty, ListHead } from "./list-head";
import { Marks } from "./marks";

export function FrameworksView({ frameworks }: { frameworks: readonly FrameworkSummary[] }) {
  const text = useTranslations("ruleset");
  const { name, version, cycles } = useCommonColumns<FrameworkSummary>("frameworks");
  const figure = (
    id: string,
    header: string,
    of: (row: FrameworkSummary) => string | number,
  ): Column<FrameworkSummary> => ({
    ...{ id, header, align: "end" },
    cell: (row) => <span className="tabular">{of(row)}</span>,
  });
  const columns: readonly Column<FrameworkSummary>[] = [
    name,
    version,
    figure("values", text("list.values"), ({ values }) => values),
    figure("rungs", text("list.rungs"), ({ rungs }) => rungs || "–"),
    figure("total", text("list.total"), ({ maxTotal }) =>
      maxTotal === 0 ? "–" : formatScore(maxTotal),
    ),
    cycles,
    {
      id: "marks",
      header: text("list.marks"),
      cell: (row) => <Marks origin={row.origin} assumed={row.assumed} scorable={row.scorable} />,
    },
  ];
  return (
    <div className="grid gap-5">
      <ListHead room="frameworks" />
      {frameworks.length === 0 ? (
        <ListEmpty room="frameworks" />
      ) : (
        <Card>
          <Table
            caption={text("frameworks.caption")}
            columns={columns}
            rows={frameworks}
            rowKey={({ key }) => key}
          />
        </Card>
      )}
    </div>
  );
}
