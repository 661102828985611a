import { useTranslations } from "next-intl";
import { Table, type Column } from "@/components/ui/data/table";
import { Card } from "@/components/ui/layout/card";
import type { PolicySummary } from "@/lib/ruleset/types";
import { useCommonColumns } from "./columns";
import { ListEmpty, ListHead } from "./list-head";
import { Marks } from "./marks";

export function PoliciesView({ policies }: { policies: readonly PolicySummary[] }) {
  const text = useTranslations("ruleset");
  const { name, version, cycles } = useCommonColumns<PolicySummary>("policies");
  const columns: readonly Column<PolicySummary>[] = [
    name,
    version,
    {
      id: "bands",
      header: text("list.bands"),
      align: "end",
      cell: ({ bands }) => <span className="tabular">{bands}</span>,
    },
    cycles,
    {
      id: "marks",
      header: text("list.marks"),
      cell: ({ origin, assumed }) => <Marks origin={origin} assumed={assumed} />,
    },
  ];
  return (
    <div className="grid gap-5">
      <ListHead room="policies" />
      {policies.length === 0 ? (
        <ListEmpty room="policies" />
      ) : (
        <Card>
          <Table
            caption={text("policies.caption")}
            columns={columns}
            rows={policies}
            rowKey={({ key }) => key}
          />
        </Card>
      )}
    </div>
  );
}
