import { useTranslations } from "next-intl";
import { Deadline } from "@/components/ui/feedback/deadline";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { PageHeader } from "@/components/ui/layout/page-header";
import { sumOfShown } from "@/lib/small-groups/rules";
import { Chip } from "@/components/ui/marks/chip";
import { ChipLink } from "@/components/ui/marks/chip-link";
import type { AuditFilter } from "@/lib/hr-audit/schema";
import type { AuditCycle, ProgressPage, QueuePage, StuckPage } from "@/lib/hr-audit/types";
import type { WaitingTeam } from "@/lib/sample/types";
import { TabLinks } from "@/components/ui/layout/tab-links";
import { ProgressCard } from "./progress-card";
import { DrawCard } from "./draw-card";
import { auditHref } from "./href";
import { QueueCard } from "./queue/queue-card";
import { StuckCard } from "./stuck-card";

interface AuditViewProps {
  cycles: readonly AuditCycle[];
  queue: QueuePage;
  progress: ProgressPage;
  /** Whose progress it is. */
  running: AuditCycle | null;
  stuck: StuckPage;
  waiting: readonly WaitingTeam[];
  filter: AuditFilter;
  now: Date;
}

export function AuditView({
  cycles,
  queue,
  progress,
  running,
  stuck,
  waiting,
  filter,
  now,
}: AuditViewProps) {
  const text = useTranslations("hr-audit");
  const quarterOf = useQuarterOf();
  const shown = cycles.filter(({ id }) => filter.cycle === undefined || id === filter.cycle);
  const [newest] = shown;
  const one = shown.length === 1 ? newest : undefined;
  const inSelfReview = sumOfShown(shown.map((cycle) => cycle.inSelfReview));
  const sum = (part: "inAudit" | "inApproval") =>
    shown.reduce((total, cycle) => total + cycle[part], 0);
  return (
    <>
      <PageHeader
        title={text("title")}
        beside={one === undefined ? undefined : quarterOf(one)}
        subtitle={
          <>
            <p>{text("subtitle")}</p>
            {one === undefined ? null : <Deadline due={one.window.closesAt} now={now} />}
          </>
        }
        actions={
          <>
            {inSelfReview === null ? null : (
              <Chip>{text("counts.self", { count: inSelfReview })}</Chip>
            )}
            <Chip tone="indigo">{text("counts.audit", { count: sum("inAudit") })}</Chip>
            <Chip tone="amber">{text("counts.approval", { count: sum("inApproval") })}</Chip>
            <Chip tone="rust">{text("counts.stuck", { count: stuck.total })}</Chip>
            <ChipLink href="/hr-audit/decided">{text("decided")}</ChipLink>
          </>
        }
      />
      <CycleSwitch cycles={cycles} filter={filter} />
      <div className="grid gap-5 lg:grid-cols-2">
        <ProgressCard page={progress} quarter={running} filter={filter} />
        <StuckCard page={stuck} filter={filter} now={now} />
      </div>
      <DrawCard teams={waiting} />
      <QueueCard queue={queue} filter={filter} now={now} />
    </>
  );
}

function useQuarterOf() {
  const text = useTranslations("hr-audit");
  return ({ year, quarter }: AuditCycle) => text("quarter", { year, quarter });
}

/** While the quarters of several cycles overlap: all of them, or one. */
function CycleSwitch({ cycles, filter }: Pick<AuditViewProps, "cycles" | "filter">) {
  const text = useTranslations("hr-audit");
  const quarterOf = useQuarterOf();
  if (cycles.length < 2) return null;
  return (
    <TabLinks
      label={text("cycles.label")}
      links={[
        { href: auditHref({}), label: text("cycles.all"), current: filter.cycle === undefined },
        ...cycles.map((cycle) => ({
          href: auditHref({ cycle: cycle.id }),
          label: quarterOf(cycle),
          count: cycle.inAudit,
          current: cycle.id === filter.cycle,
        })),
      ]}
    />
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
