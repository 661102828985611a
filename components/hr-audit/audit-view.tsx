import { useTranslations } from "next-intl";
import { Deadline } from "@/components/ui/feedback/deadline";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import type { AuditFilter } from "@/lib/hr-audit/schema";
import type { AuditOverview, ProgressPage, QueuePage, StuckPage } from "@/lib/hr-audit/types";
import { ProgressCard } from "./progress-card";
import { QueueCard } from "./queue/queue-card";
import { StuckCard } from "./stuck-card";

interface AuditViewProps {
  overview: AuditOverview;
  queue: QueuePage;
  progress: ProgressPage;
  stuck: StuckPage;
  filter: AuditFilter;
  now: Date;
}

export function AuditView({ overview, queue, progress, stuck, filter, now }: AuditViewProps) {
  const text = useTranslations("hr-audit");
  const { cycle, window, inSelfReview, inAudit, inApproval } = overview;
  return (
    <>
      <PageHeader
        title={text("title")}
        beside={cycle === null ? undefined : text("quarter", cycle)}
        subtitle={
          <>
            <p>{text("subtitle")}</p>
            {window === null ? null : <Deadline due={window.closesAt} now={now} />}
          </>
        }
        actions={
          <>
            <Chip>{text("counts.self", { count: inSelfReview })}</Chip>
            <Chip tone="indigo">{text("counts.audit", { count: inAudit })}</Chip>
            <Chip tone="amber">{text("counts.approval", { count: inApproval })}</Chip>
            <Chip tone="rust">{text("counts.stuck", { count: stuck.total })}</Chip>
          </>
        }
      />
      <div className="grid gap-5 lg:grid-cols-2">
        <ProgressCard page={progress} />
        <StuckCard page={stuck} now={now} />
      </div>
      <QueueCard queue={queue} filter={filter} />
    </>
  );
}

/** For an HR administrator: what the room is and how somebody gets into it. */
export function AuditWithoutGrant() {
  const text = useTranslations("hr-audit");
  return (
    <>
      <PageHeader title={text("title")} subtitle={text("subtitle")} />
      <EmptyState title={text("queue.noGrant.title")}>{text("queue.noGrant.body")}</EmptyState>
    </>
  );
}
