import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { BackLink } from "@/components/ui/layout/back-link";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import { departmentText } from "@/lib/departments/rules";
import type { DepartmentNode } from "@/lib/departments/types";
import type { PersonLink } from "@/lib/people/types";
import { Closing } from "./closing";
import { DepartmentDialog } from "./department-dialog";

interface DepartmentTreeProps {
  departments: readonly DepartmentNode[];
  suggestions: readonly PersonLink[];
}

export function DepartmentTree({ departments, suggestions }: DepartmentTreeProps) {
  const text = useTranslations("people.tree");
  return (
    <div className="grid gap-5">
      <PageHeader
        back={<BackLink href="/people">{text("back")}</BackLink>}
        title={text("title")}
        beside={text("subtitle", { count: departments.length })}
        actions={
          <DepartmentDialog department={null} departments={departments} suggestions={suggestions} />
        }
      />
      {departments.length === 0 ? (
        <EmptyState title={text("empty")}>{text("emptyBody")}</EmptyState>
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {departments.map((node) => (
              <Branch
                key={node.id}
                node={node}
                departments={departments}
                suggestions={suggestions}
              />
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function Branch({
  node,
  departments,
  suggestions,
}: DepartmentTreeProps & { node: DepartmentNode }) {
  const text = useTranslations("people.tree");
  const locale = useLocale();
  return (
    <li className="flex items-center gap-3 px-4 py-2 max-md:gap-1 max-md:pe-2 md:px-5">
      <div
        className="min-w-0 flex-1 [--step:0.75rem] md:[--step:1.5rem]"
        style={{ paddingInlineStart: `calc(${node.depth} * var(--step))` }}
      >
        <p className="flex flex-wrap items-center gap-x-2">
          <Link
            href={`/people?department=${node.id}`}
            className="inline-flex touch items-center font-semibold link"
          >
            {departmentText(node, locale)}
          </Link>
          {node.isDivision ? <Chip tone="jade">{text("division")}</Chip> : null}
          {node.closed ? <Chip>{text("closed")}</Chip> : null}
        </p>
        <p className="text-xs text-ink-2 tabular">
          {node.code} ·{" "}
          {node.head === null ? text("noHead") : text("head", { name: node.head.name })}
          <span className="md:hidden"> · {text("people", { count: node.people })}</span>
        </p>
      </div>
      <span className="text-sm whitespace-nowrap text-ink-2 tabular max-md:hidden">
        {text("people", { count: node.people })}
      </span>
      <Closing department={node} />
      {node.closed ? null : (
        <DepartmentDialog department={node} departments={departments} suggestions={suggestions} />
      )}
    </li>
  );
}
