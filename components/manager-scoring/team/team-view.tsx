import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { ProgressBar } from "@/components/ui/data/progress-bar";
import { Deadline } from "@/components/ui/feedback/deadline";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { TabLinks } from "@/components/ui/layout/tab-links";
import { scoredOf } from "@/lib/manager-scoring/rules";
import {
  teamGroups,
  type TeamCycle,
  type TeamGroup,
  type TeamPage,
} from "@/lib/manager-scoring/types";
import { TeamTable } from "./team-table";

interface TeamViewProps {
  team: TeamPage | null;
  now: Date;
}

export function TeamView({ team, now }: TeamViewProps) {
  const text = useTranslations("manager-scoring.team");
  if (team === null) {
    return (
      <EmptyState title={text("empty.title")} headingLevel={1}>
        {text("empty.body")}
      </EmptyState>
    );
  }
  const done = scoredOf(team.counts);
  return (
    <>
      <TeamHeader team={team} now={now} />
      <Card>
        <div className="grid grid-cols-[1fr_auto] items-center gap-3">
          <ProgressBar label={text("progress")} done={done} total={team.total} />
          <p className="text-sm text-ink-2 tabular">
            {text("progressWords", { done, total: team.total })}
            {team.exempt > 0 ? ` · ${text("exempt", { count: team.exempt })}` : null}
          </p>
        </div>
      </Card>
      <Filters team={team} />
      <Card>
        {team.members.length === 0 ? (
          <p className="text-ink-2">{text("empty.filtered")}</p>
        ) : (
          <TeamTable members={team.members} now={now} />
        )}
      </Card>
      <div className="flex gap-3 empty:hidden">
        {team.continued ? (
          <LinkButton href={hrefOf(team.cycle, team.group, null)}>{text("first")}</LinkButton>
        ) : null}
        {team.next === null ? null : (
          <LinkButton href={hrefOf(team.cycle, team.group, team.next)}>{text("more")}</LinkButton>
        )}
      </div>
    </>
  );
}

function TeamHeader({
  team: { cycle, cycles, total, deadlines },
  now,
}: {
  team: TeamPage;
  now: Date;
}) {
  const text = useTranslations("manager-scoring.team");
  const quarterOf = (of: TeamCycle) =>
    text("quarter", { year: String(of.year), quarter: String(of.quarter) });
  const due = deadlines.to_score;
  return (
    <PageHeader
      title={text("title")}
      subtitle={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {text("subtitle", { quarter: quarterOf(cycle), count: total })}
          {due === undefined || cycle.state === "closed" ? null : (
            <span className="inline-flex items-center gap-2">
              {text("scoringDue")}
              <Deadline due={due} now={now} />
            </span>
          )}
        </span>
      }
      actions={
        cycles.length < 2 ? null : (
          <TabLinks
            label={text("cycles")}
            links={cycles.map((of) => ({
              href: hrefOf(of, null, null),
              label: text("quarterShort", { year: String(of.year), quarter: String(of.quarter) }),
              count: of.waiting === 0 ? undefined : of.waiting,
              current: of.id === cycle.id,
            }))}
          />
        )
      }
    />
  );
}

function Filters({ team: { cycle, group, counts, total } }: { team: TeamPage }) {
  const text = useTranslations("manager-scoring");
  const shown = teamGroups.filter((of) => counts[of] > 0 || of === group);
  return (
    <TabLinks
      label={text("team.filters")}
      links={[
        {
          href: hrefOf(cycle, null, null),
          label: text("team.all"),
          count: total,
          current: group === null,
        },
        ...shown.map((of) => ({
          href: hrefOf(cycle, of, null),
          label: text(`groups.${of}`),
          count: counts[of],
          current: group === of,
        })),
      ]}
    />
  );
}

/** Ids and states only: an address may end up in a log. */
function hrefOf(cycle: TeamCycle, group: TeamGroup | null, after: string | null): string {
  const query = new URLSearchParams({ cycle: cycle.id });
  if (group !== null) query.set("group", group);
  if (after !== null) query.set("after", after);
  return `/manager-scoring?${query.toString()}`;
}
