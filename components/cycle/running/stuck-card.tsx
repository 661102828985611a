import { useTranslations } from "next-intl";
import { Table, type Column } from "@/components/ui/data/table";
import { Card } from "@/components/ui/layout/card";
import { isDone } from "@/lib/appraisal/stages";
import { overdueOf } from "@/lib/cycle/rules/windows";
import type { CycleView } from "@/lib/cycle/types";
import type { StageProgress } from "@/lib/progress/types";
import type { ShownCount } from "@/lib/small-groups/rules";

export function StuckCard({ cycle, now }: { cycle: CycleView; now: Date }) {
  const text = useTranslations("cycle");
  const figure = (count: ShownCount, tone = "") =>
    count === null ? (
      <span className="text-sm text-ink-2">{text("stuck.few")}</span>
    ) : (
      <span className={`tabular ${count > 0 ? tone : "text-ink-2"}`}>
        {count > 0 ? count : text("stuck.none")}
      </span>
    );
  const columns: readonly Column<StageProgress>[] = [
    {
      id: "stage",
      header: text("stuck.stage"),
      rowHeader: true,
      cell: ({ state }) => text(`states.${state}`),
    },
    {
      id: "count",
      header: text("stuck.count"),
      align: "end",
      cell: ({ count }) => figure(count, "font-semibold"),
    },
    {
      id: "returned",
      header: text("stuck.returned"),
      align: "end",
      cell: ({ returned }) => figure(returned, "text-amber"),
    },
    {
      id: "overdue",
      header: text("stuck.overdue"),
      align: "end",
      cell: (stage) => figure(overdueOf(stage, cycle, now), "text-rust"),
    },
    {
      id: "longest",
      header: text("stuck.longest"),
      align: "end",
      cell: ({ state, count, longestDays }) =>
        longestDays === null || count === 0 || isDone(state) ? (
          figure(0)
        ) : (
          <span className="whitespace-nowrap tabular">
            {text("stuck.days", { days: longestDays })}
          </span>
        ),
    },
  ];
  return (
    <Card title={text("stuck.title")} note={<ExemptNote exempt={cycle.exempt} />}>
      <Table
        caption={text("stuck.caption")}
        columns={columns}
        rows={cycle.stages}
        rowKey={({ state }) => state}
      />
    </Card>
  );
}

function ExemptNote({ exempt }: Pick<CycleView, "exempt">) {
  const text = useTranslations("cycle");
  const words = useTranslations("common.words");
  const total = exempt.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const parts = exempt.map(({ reason, count }) =>
    text("view.reasonCount", { reason: text(`reasons.${reason}`), count }),
  );
  return `${text("view.exempt", { count: total })} · ${parts.join(words("separator"))}`;
}
