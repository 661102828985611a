import { useTranslations } from "next-intl";
import { Difference } from "@/components/dossier/difference";
import { useReader } from "@/components/reader/use-reader";
import { Table } from "@/components/ui/data/table";
import { Card } from "@/components/ui/layout/card";
import { Score } from "@/components/ui/marks/score";
import type { Dossier } from "@/lib/dossier/types";
import { pick } from "@/lib/i18n/pick";
import { rungsFor, scoreDifference } from "@/lib/scoring";

/** Self against manager, one line a value. */
export function Compare({ dossier }: { dossier: Dossier }) {
  const text = useTranslations("interview.compare");
  const { locale } = useReader();
  return (
    <Card title={text("title")} note={text("note")}>
      <Table
        caption={text("title")}
        rows={dossier.values}
        rowKey={({ key }) => key}
        columns={[
          {
            id: "value",
            header: text("value"),
            cell: ({ name }) => pick(name, locale),
            rowHeader: true,
          },
          {
            id: "self",
            header: text("self"),
            phone: "cell",
            cell: ({ scores, maxHalfPoints }) => (
              <Score halfPoints={scores.self} max={rungsFor(maxHalfPoints)} tone="neutral" />
            ),
          },
          {
            id: "manager",
            header: text("manager"),
            phone: "cell",
            cell: ({ scores, maxHalfPoints }) => (
              <Score halfPoints={scores.manager} max={rungsFor(maxHalfPoints)} />
            ),
          },
          {
            id: "difference",
            header: text("difference"),
            phone: "cell",
            cell: ({ scores }) => (
              <Difference halfPoints={scoreDifference(scores.self, scores.manager)} />
            ),
            align: "end",
          },
        ]}
      />
    </Card>
  );
}
