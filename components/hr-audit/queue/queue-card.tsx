import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Card } from "@/components/ui/layout/card";
import { TabLinks } from "@/components/ui/layout/tab-links";
import { queueKinds } from "@/lib/hr-audit/types";
import type { AuditFilter } from "@/lib/hr-audit/schema";
import type { QueuePage } from "@/lib/hr-audit/types";
import { DepartmentFilter } from "./department-filter";
import { queueHref } from "../href";
import { QueueTable } from "./queue-table";

interface QueueCardProps {
  queue: QueuePage;
  filter: AuditFilter;
  now: Date;
}

/** The signature of the room: every score that must be looked at, the longest waiting first. */
export function QueueCard({ queue, filter, now }: QueueCardProps) {
  const text = useTranslations("hr-audit.queue");
  const { cycle, kind, department } = filter;
  const { counts, rows, departments, next } = queue;
  const filtered = kind !== "all" || department !== undefined || filter.after !== undefined;
  return (
    <Card
      id="queue"
      title={
        <>
          {text("title")} <span className="font-normal text-ink-2 tabular">{counts.all}</span>
        </>
      }
      actions={
        <>
          {departments.length > 1 || department !== undefined ? (
            <DepartmentFilter departments={departments} filter={filter} />
          ) : null}
          <TabLinks
            label={text("filter")}
            links={queueKinds.map((key) => ({
              href: queueHref({ cycle, kind: key, department }),
              label: text(`kinds.${key}`),
              count: counts[key],
              current: key === kind,
            }))}
          />
        </>
      }
    >
      {rows.length > 0 ? (
        <QueueTable rows={rows} now={now} />
      ) : (
        <EmptyState
          headingLevel={3}
          title={text(filtered ? "emptyFilter.title" : "empty.title")}
          action={
            filtered ? (
              <LinkButton href={queueHref({ cycle })}>{text("kinds.all")}</LinkButton>
            ) : undefined
          }
        >
          {text(filtered ? "emptyFilter.body" : "empty.body")}
        </EmptyState>
      )}
      <div className="flex flex-wrap gap-3 pt-3 empty:hidden">
        {filter.after === undefined ? null : (
          <LinkButton href={queueHref({ cycle, kind, department })}>{text("first")}</LinkButton>
        )}
        {next === null ? null : (
          <LinkButton href={queueHref({ cycle, kind, department, after: next })}>
            {text("next")}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}
