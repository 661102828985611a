import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { type Column, Table } from "@/components/ui/data/table";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Chip } from "@/components/ui/marks/chip";
import { departmentText } from "@/lib/departments/rules";
import type { PersonRow } from "@/lib/people/types";
import { StatusChip } from "./status-chip";

export function PeopleTable({ rows }: { rows: readonly PersonRow[] }) {
  const text = useTranslations("people");
  const locale = useLocale();
  const columns: Column<PersonRow>[] = [
    {
      id: "name",
      header: text("columns.name"),
      rowHeader: true,
      cell: (row) => (
        <Link href={`/people/${row.id}`} className="font-semibold link">
          <bdi className="max-md:line-clamp-2 max-md:leading-tight">{row.name}</bdi>
        </Link>
      ),
    },
    {
      id: "number",
      header: text("columns.number"),
      phone: "beside",
      cell: (row) => <span className="tabular">{row.number}</span>,
    },
    {
      id: "department",
      header: text("columns.department"),
      phone: "plain",
      cell: (row) => (
        <span className="max-md:truncate">{departmentText(row.department, locale)}</span>
      ),
    },
    {
      id: "manager",
      header: text("columns.manager"),
      cell: (row) => <bdi className="max-md:truncate">{row.managerName ?? text("none")}</bdi>,
    },
    {
      id: "roles",
      header: text("columns.roles"),
      phone: "plain",
      cell: (row) =>
        row.roles.length === 0 ? (
          <span className="text-ink-2 max-md:hidden">{text("none")}</span>
        ) : (
          <span className="inline-flex flex-wrap gap-1">
            {row.roles.map((role) => (
              <Chip key={role} tone="indigo">
                {text(`roles.${role}`)}
              </Chip>
            ))}
          </span>
        ),
    },
    {
      id: "signIn",
      header: text("columns.signIn"),
      phone: "plain",
      cell: (row) => (
        <span className={`text-sm text-ink-2 ${row.hasSignIn ? "max-md:hidden" : ""}`}>
          {text(row.hasSignIn ? "signIn.yes" : "signIn.no")}
        </span>
      ),
    },
    {
      id: "status",
      header: text("columns.status"),
      phone: "beside",
      cell: ({ status }) => (
        <span className={status === "active" ? "max-md:hidden" : ""}>
          <StatusChip status={status} />
        </span>
      ),
    },
  ];
  return (
    <Table
      caption={text("caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={text("empty.title")}>{text("empty.body")}</EmptyState>}
    />
  );
}
