import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Deadline } from "@/components/ui/feedback/deadline";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Card } from "@/components/ui/layout/card";
import { PageHeader } from "@/components/ui/layout/page-header";
import { Chip } from "@/components/ui/marks/chip";
import { StepMark } from "@/components/ui/marks/step-mark";
import type { Home, HomeDone, HomeWaiting } from "@/lib/home/types";
import { formatScore, totalMark } from "@/lib/scoring";
import { AppointmentsCard } from "./appointments-card";
import { OverdueCard } from "./overdue-card";
import { QuarterCard } from "./quarter-card";
import { RunningCard } from "./running-card";
import { TaskCard } from "./task-card";

interface HomeViewProps {
  home: Home;
  name: string;
  now: Date;
}

export function HomeView({ home, name, now }: HomeViewProps) {
  const t = useTranslations("home");
  const agreed = home.appointments.filter(({ own }) => own);
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t("hello", { name })}
        subtitle={
          home.tasks.length === 0 && agreed.length > 0
            ? t("appointments.ahead")
            : t("today", { count: home.tasks.length })
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-6">
          <section aria-label={t("sections.tasks")}>
            {home.tasks.length === 0 ? (
              <EmptyState
                title={agreed.length > 0 ? t("appointments.ahead") : t(`empty.${home.idle}.title`)}
              >
                {t(`empty.${home.idle}.text`)}
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line rounded-lg border border-line bg-card">
                {home.tasks.map((task, index) => (
                  <TaskCard
                    key={`${task.kind}-${task.quarter?.cycleId}`}
                    task={task}
                    now={now}
                    first={index === 0}
                  />
                ))}
              </ul>
            )}
          </section>
          {home.quarters.map((entry) => (
            <QuarterCard
              key={entry.appraisalId}
              entry={entry}
              appointment={
                agreed.find(({ appraisalId }) => appraisalId === entry.appraisalId) ?? null
              }
              now={now}
            />
          ))}
          {home.running.map((entry) => (
            <RunningCard key={entry.quarter.cycleId} {...entry} />
          ))}
        </div>
        <div className="grid gap-6">
          <OverdueCard overdue={home.overdue} />
          <AppointmentsCard appointments={home.appointments} now={now} />
          {home.waiting.length > 0 ? <WaitingCard waiting={home.waiting} now={now} /> : null}
          <DoneCard done={home.done} />
        </div>
      </div>
    </div>
  );
}

function WaitingCard({ waiting, now }: { waiting: readonly HomeWaiting[]; now: Date }) {
  const t = useTranslations("home");
  return (
    <Card title={t("sections.waiting")} flush>
      <ul className="divide-y divide-line border-t border-line">
        {waiting.map((entry) => (
          <li
            key={`${entry.subject}-${entry.state}-${entry.quarter.cycleId}`}
            className="relative px-4 py-3 hover:bg-sand/40 md:px-5"
          >
            <p className="text-xs text-ink-2">{t(`waiting.${entry.subject}Label`)}</p>
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Link href={entry.href} className="link after:absolute after:inset-0">
                {t(`waiting.${entry.subject}.${entry.state}`, { count: entry.count })}
              </Link>
              {entry.deadline ? <Deadline due={entry.deadline} now={now} compact /> : null}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DoneCard({ done }: { done: readonly HomeDone[] }) {
  const t = useTranslations("home");
  if (done.length === 0) return <Card title={t("sections.done")}>{t("empty.done")}</Card>;
  return (
    <Card title={t("sections.done")} flush>
      <ul className="divide-y divide-line border-t border-line">
        {done.map((entry) => (
          <DoneRow key={entry.appraisalId} entry={entry} />
        ))}
      </ul>
    </Card>
  );
}

function DoneRow({ entry }: { entry: HomeDone }) {
  const t = useTranslations("home");
  const { text: words } = useReader();
  const total = entry.total === null ? "–" : formatScore(entry.total);
  const band = entry.band === null ? null : words(entry.band);
  return (
    <li>
      <Link
        href={`/results/${entry.appraisalId}`}
        className="flex items-center justify-between gap-4 px-4 py-3 hover:bg-sand/40 md:px-5"
      >
        <span className="min-w-0">
          <span className="block font-semibold">
            {t("quarter", {
              year: String(entry.quarter.year),
              quarter: String(entry.quarter.quarter),
            })}
          </span>
          <span className="text-sm text-ink-2 tabular">
            {band === null ? t("done.lineNoBand", { total }) : t("done.line", { total, band })}
          </span>
        </span>
        <span className="flex items-center gap-3">
          {entry.state === "objected" ? <Chip tone="amber">{t("done.objected")}</Chip> : null}
          {entry.state === "published" ? <Chip>{t("done.unanswered")}</Chip> : null}
          <StepMark {...markOf(entry)} decorative />
        </span>
      </Link>
    </li>
  );
}

function markOf({ total, maxTotal }: HomeDone) {
  return total === null ? { halfPoints: null } : totalMark(total, maxTotal);
}
