import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Notice } from "@/components/ui/feedback/notice";
import { BackLink } from "@/components/ui/layout/back-link";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import { isDone } from "@/lib/appraisal/stages";
import type { CycleView as Cycle } from "@/lib/cycle/types";
import { formatDay } from "@/lib/i18n/dates";
import { overdueOf } from "@/lib/cycle/rules";
import { sumOfShown } from "@/lib/small-groups/rules";
import { quarterText } from "../quarter-text";
import { CloseCycle } from "./close-cycle";
import { ProgressCard } from "./progress-card";
import { StuckCard } from "./stuck-card";
import { WindowsCard } from "./windows-card";

/** One cycle for HR: how far it is, where it waits, its deadlines. Counts, nobody's content. */
export function CycleView({ cycle, now }: { cycle: Cycle; now: Date }) {
  const text = useTranslations("cycle");
  const { locale } = useReader();
  const { people, framework, policy, stages, closedAt } = cycle;
  const quarter = quarterText(text, cycle);
  const unfinished = stages.filter(({ state }) => !isDone(state));
  return (
    <div className="grid gap-5">
      <PageHeader
        back={<BackLink href="/cycles">{text("title")}</BackLink>}
        title={quarter}
        beside={<Chip tone={closedAt ? "neutral" : "jade"}>{text(`state.${cycle.state}`)}</Chip>}
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
              <CloseCycle
                cycleId={cycle.id}
                version={cycle.version}
                quarter={quarter}
                people={people}
                stages={unfinished}
                unfinished={sumOfShown(unfinished.map(({ count }) => count))}
              />
            )}
          </>
        }
      />
      {closedAt ? (
        <Notice tone="info">
          {text("view.closedOn", { day: formatDay(closedAt, locale, cycle.timeZone) })}
        </Notice>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 gap-5">
          <ProgressCard cycle={cycle} />
          <WindowsCard cycle={cycle} now={now} />
        </div>
        <StuckCard cycle={cycle} now={now} />
      </div>
    </div>
  );
}

function Summary({ cycle, now }: { cycle: Cycle; now: Date }) {
  const text = useTranslations("cycle.view");
  const { people, done, returned, stages, exempt } = cycle;
  const overdue = cycle.closedAt
    ? 0
    : sumOfShown(stages.map((stage) => overdueOf(stage, cycle.windows, now)));
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
      {exempted > 0 ? <Chip>{text("exempt", { count: exempted })}</Chip> : null}
    </>
  );
}
