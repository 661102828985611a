import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { DepartmentNode } from "@/lib/departments/types";
import type { PeopleFilter } from "@/lib/people/schema";
import type { PeoplePage } from "@/lib/people/types";
import { PeopleFilterForm } from "./people-filter";
import { PeopleTable } from "./people-table";

interface PeopleViewProps {
  page: PeoplePage;
  filter: PeopleFilter;
  departments: readonly DepartmentNode[];
}

function addressOf({ search, department, status }: PeopleFilter, after: string | null): string {
  const entries = Object.entries({ search, department, status, after });
  const given = entries.flatMap(([name, value]) =>
    value === null || value === "" ? [] : [[name, value]],
  );
  return `/people?${new URLSearchParams(given)}`;
}

export function PeopleView({ page, filter, departments }: PeopleViewProps) {
  const text = useTranslations("people");
  return (
    <div className="grid gap-5">
      <PageHeader
        title={text("title")}
        beside={text("subtitle", { total: page.total })}
        actions={
          <>
            <LinkButton href="/people/departments">{text("departments")}</LinkButton>
            <LinkButton href="/people/new" variant="primary">
              {text("add")}
            </LinkButton>
          </>
        }
      />
      <PeopleFilterForm filter={filter} departments={departments} />
      {page.rows.length === 0 ? (
        <PeopleTable rows={page.rows} />
      ) : (
        <Card>
          <PeopleTable rows={page.rows} />
        </Card>
      )}
      <nav aria-label={text("caption")} className="flex flex-wrap justify-end gap-3">
        {filter.after === null ? null : (
          <LinkButton href={addressOf(filter, null)}>{text("first")}</LinkButton>
        )}
        {page.next === null ? null : (
          <LinkButton href={addressOf(filter, page.next)}>{text("next")}</LinkButton>
        )}
      </nav>
    </div>
  );
}
