import { useTranslations } from "next-intl";
import { ParticipationCard } from "@/components/participation/participation-card";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Notice } from "@/components/ui/feedback/notice";
import { BackLink } from "@/components/ui/layout/back-link";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import { isDone } from "@/lib/appraisal/stages";
import type { CycleView as Cycle } from "@/lib/cycle/types";
import { departmentOptions } from "@/lib/departments/rules";
import type { DepartmentNode } from "@/lib/departments/types";
import type { CycleChangeRow } from "@/lib/participation/types";
import type { PersonLink } from "@/lib/people/types";
import { formatDay } from "@/lib/i18n/dates";
import { overdueOf } from "@/lib/cycle/rules/windows";
import { sumOfShown } from "@/lib/small-groups/rules";
import { quarterText } from "../quarter-text";
import { CloseCycle } from "./close-cycle";
import { PauseCycle } from "./pause-cycle";
import { ResumeCycle } from "./resume-cycle";
import { ProgressCard } from "./progress-card";
import { SampleCard } from "./sample-card";
import { StuckCard } from "./stuck-card";
import { WindowsCard } from "./windows-card";

interface CycleViewProps {
  cycle: Cycle;
  changes: readonly CycleChangeRow[];
  departments: readonly DepartmentNode[];
  suggestions: readonly PersonLink[];
  now: Date;
}

/** One cycle for HR: how far it is, where it waits, its deadlines. Counts, nobody's content. */
export function CycleView({ cycle, changes, departments, suggestions, now }: CycleViewProps) {
  const text = useTranslations("cycle");
  const { locale } = useReader();
  const { people, framework, policy, stages, ownDone, closedAt, paused } = cycle;
  const { id, version, windows, timeZone } = cycle;
  const pinned = { id, version, windows, timeZone };
  const quarter = quarterText(text, cycle);
  const unfinished = stages.flatMap(({ state, count }) =>
    isDone(state) ? [] : [{ state, count }],
  );
  return (
    <div className="grid gap-5">
      <PageHeader
        back={<BackLink href="/cycles">{text("title")}</BackLink>}
        title={quarter}
        beside={
          <Chip tone={closedAt ? "neutral" : paused ? "amber" : "jade"}>
            {text(`state.${paused ? "paused" : cycle.state}`)}
          </Chip>
        }
        subtitle={text("view.subtitle", {
          people,
          framework: framework.name[locale],
          frameworkVersion: framework.version,
          policy: policy.name[locale],
          policyVersion: policy.version,
        })}
        actions={
          <>
            <Summary cycle={cycle} now={now} />
            {closedAt ? (
              <LinkButton href={`/cycles/${cycle.id}/what-if`}>{text("view.whatIf")}</LinkButton>
            ) : (
              <>
                {paused === null ? (
                  <PauseCycle cycleId={cycle.id} version={cycle.version} />
                ) : (
                  <ResumeCycle cycle={pinned} paused={paused} now={now} />
                )}
                <CloseCycle
                  cycleId={cycle.id}
                  version={cycle.version}
                  quarter={quarter}
                  people={people}
                  stages={unfinished}
                  ownUnfinished={ownDone === false}
                  others={sumOfShown(unfinished.map(({ count }) => count))}
                />
              </>
            )}
          </>
        }
      />
      {closedAt ? (
        <Notice tone="info">
          {text("view.closedOn", { day: formatDay(closedAt, locale, cycle.timeZone) })}
        </Notice>
      ) : null}
      <div className="grid items-start gap-5 xl:grid-cols-[4fr_3fr]">
        <div className="grid min-w-0 gap-5">
          <ProgressCard cycle={cycle} />
          <WindowsCard cycle={cycle} now={now} />
          <ParticipationCard
            cycle={cycle}
            changes={changes}
            departments={departmentOptions(departments, locale)}
            suggestions={suggestions}
            now={now}
          />
        </div>
        <div className="grid min-w-0 gap-5">
          <StuckCard cycle={cycle} now={now} />
          <SampleCard cycle={cycle} />
        </div>
      </div>
    </div>
  );
}

function Summary({ cycle, now }: { cycle: Cycle; now: Date }) {
  const text = useTranslations("cycle.view");
  const { people, done, returned, stages, exempt, overdueInterviews } = cycle;
  const overdue = sumOfShown(stages.map((stage) => overdueOf(stage, cycle, now)));
  const exempted = exempt.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {done === null ? null : (
        <Chip tone="jade">
          {text("done", { share: Math.floor((100 * done) / Math.max(people, 1)) })}
        </Chip>
      )}
      {returned !== null && returned > 0 ? (
        <Chip tone="amber">{text("returned", { count: returned })}</Chip>
      ) : null}
      {overdue !== null && overdue > 0 ? (
        <Chip tone="rust">{text("overdue", { count: overdue })}</Chip>
      ) : null}
      {overdueInterviews !== null && overdueInterviews > 0 ? (
        <Chip tone="rust">{text("overdueInterviews", { count: overdueInterviews })}</Chip>
      ) : null}
      {exempted > 0 ? <Chip>{text("exempt", { count: exempted })}</Chip> : null}
    </>
  );
}
