import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Table, type Column } from "@/components/ui/data/table";
import { Deadline } from "@/components/ui/feedback/deadline";
import { Card } from "@/components/ui/layout/card";
import type { CycleView, StageWindowView } from "@/lib/cycle/types";
import { formatMoment } from "@/lib/i18n/dates";
import { ExtendWindow } from "./extend-window";

export function WindowsCard({ cycle, now }: { cycle: CycleView; now: Date }) {
  const text = useTranslations("cycle");
  const { locale } = useReader();
  const { id, version, windows, timeZone, closedAt } = cycle;
  const pinned = { id, version, windows, timeZone };
  const moment = (at: Date) => (
    <span className="tabular">{formatMoment(at, locale, timeZone)}</span>
  );
  const columns: readonly Column<StageWindowView>[] = [
    {
      id: "stage",
      header: text("windows.stage"),
      rowHeader: true,
      cell: ({ stage }) => text(`stages.${stage}`),
    },
    { id: "opens", header: text("windows.opens"), cell: ({ opensAt }) => moment(opensAt) },
    { id: "closes", header: text("windows.closes"), cell: ({ closesAt }) => moment(closesAt) },
    ...(closedAt
      ? []
      : [
          {
            id: "left",
            header: text("windows.left"),
            // The chip says what it is.
            phone: "plain" as const,
            cell: ({ closesAt }: StageWindowView) => (
              <Deadline due={closesAt} now={now} timeZone={timeZone} compact />
            ),
          },
          {
            id: "change",
            header: text("windows.change"),
            hideHeader: true,
            align: "end" as const,
            cell: (window: StageWindowView) => (
              <ExtendWindow cycle={pinned} window={window} now={now} />
            ),
          },
        ]),
  ];
  return (
    <Card title={text("windows.title")} note={text("windows.note", { zone: timeZone })}>
      <Table
        caption={text("windows.caption")}
        columns={columns}
        rows={cycle.windows}
        rowKey={({ stage }) => stage}
      />
    </Card>
  );
}
