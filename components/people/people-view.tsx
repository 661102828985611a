import { useTranslations } from "next-intl";
import Link from "next/link";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Notice } from "@/components/ui/feedback/notice";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import type { DepartmentNode } from "@/lib/departments/types";
import { pageSize, type PeopleFilter } from "@/lib/people/schema";
import type { LeftManager, PeoplePage } from "@/lib/people/types";
import { PeopleFilterForm } from "./people-filter";
import { PeopleTable } from "./people-table";

interface PeopleViewProps {
  page: PeoplePage;
  filter: PeopleFilter;
  departments: readonly DepartmentNode[];
  leftManagers: readonly LeftManager[];
}

function addressOf({ search, department, status }: PeopleFilter, after: string | null): string {
  const entries = Object.entries({ search, department, status, after });
  const given = entries.flatMap(([name, value]) =>
    value === null || value === "" ? [] : [[name, value]],
  );
  return `/people?${new URLSearchParams(given)}`;
}

export function PeopleView({ page, filter, departments, leftManagers }: PeopleViewProps) {
  const text = useTranslations("people");
  return (
    <div className="grid gap-5">
      <PageHeader
        title={text("title")}
        beside={text("subtitle", { total: page.total })}
        actions={
          <>
            <LinkButton href="/hand-over">{text("handOver")}</LinkButton>
            <LinkButton href="/people/departments">{text("departments")}</LinkButton>
            <LinkButton href="/people/new" variant="primary">
              {text("add")}
            </LinkButton>
          </>
        }
      />
      <LeftManagers managers={leftManagers} />
      <PeopleFilterForm filter={filter} departments={departments} />
      {page.rows.length === 0 ? (
        <PeopleTable rows={page.rows} />
      ) : (
        <Card>
          <PeopleTable rows={page.rows} />
        </Card>
      )}
      <nav aria-label={text("caption")} className="flex flex-wrap items-center justify-end gap-3">
        {page.rows.length < page.total ? (
          <p className="me-auto text-sm text-ink-2 tabular">
            {text("part", {
              ...{ from: page.before + 1, to: page.before + page.rows.length, total: page.total },
              ...{
                page: Math.floor(page.before / pageSize) + 1,
                pages: Math.ceil(page.total / pageSize),
              },
            })}
          </p>
        ) : null}
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

/** Whose reports nobody manages: their next sheets go up the line until somebody is named. */
function LeftManagers({ managers }: { managers: readonly LeftManager[] }) {
  const text = useTranslations("people.leftManagers");
  if (managers.length === 0) return null;
  return (
    <Notice tone="warn" title={text("title")}>
      <p>{text("body")}</p>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {managers.map(({ id, name, number, reports }) => (
          <li key={id}>
            <Link href={`/people/${id}`} className="link">
              <bdi>{name}</bdi>
            </Link>{" "}
            <span className="text-xs text-ink-2 tabular">
              {text("reports", { number, count: reports })}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
