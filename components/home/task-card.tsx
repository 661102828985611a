import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { ProgressBar } from "@/components/ui/data/progress-bar";
import { Deadline } from "@/components/ui/feedback/deadline";
import { DeputyChip } from "@/components/reader/deputy-chip";
import { Chip } from "@/components/ui/marks/chip";
import type { HomeTask } from "@/lib/home/types";

interface TaskCardProps {
  task: HomeTask;
  now: Date;
  /** The most pressing task has the filled button. */
  first: boolean;
}

export function TaskCard({ task, now, first }: TaskCardProps) {
  const t = useTranslations("home");
  const { kind, quarter, count, returned, deadline, progress, deputyFor } = task;
  const mending = kind === "self_review" && returned > 0;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 p-4 md:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <div className="mb-1 flex flex-wrap items-center gap-2">
          <DeputyChip name={deputyFor} />
          {deadline ? <Deadline due={deadline} now={now} /> : null}
          {returned > 0 ? (
            <Chip tone="rust">
              {mending ? t("returnedOne") : t("returned", { count: returned })}
            </Chip>
          ) : null}
        </div>
        <h2 className="text-base">
          {mending ? t("task.self_review.returned") : t(`task.${kind}.title`)}
        </h2>
        <p className="text-sm text-ink-2">
          {quarter
            ? `${t("quarter", { year: String(quarter.year), quarter: String(quarter.quarter) })} · `
            : ""}
          {t(`task.${kind}.detail`, {
            count,
            done: progress?.done ?? 0,
            total: progress?.total ?? 0,
          })}
        </p>
        {progress ? (
          <div className="mt-2 max-w-80">
            <ProgressBar
              label={t(`task.${kind}.title`)}
              done={progress.done}
              total={progress.total}
            />
          </div>
        ) : null}
      </div>
      <div className="grid max-md:w-full">
        <LinkButton href={task.href} variant={first ? "primary" : "secondary"}>
          {mending
            ? t("task.self_review.mend")
            : t(`task.${kind}.action`, { done: progress?.done ?? 0 })}
        </LinkButton>
      </div>
    </li>
  );
}
