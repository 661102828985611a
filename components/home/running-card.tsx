import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import { ProgressBar } from "@/components/ui/data/progress-bar";
import { Card } from "@/components/ui/layout/card";
import { Chip } from "@/components/ui/marks/chip";
import type { HomeRunning } from "@/lib/home/types";

/** The open cycle for those who run it: how far, and the way to where it is stuck. */
export function RunningCard({ quarter, people, done, returned }: HomeRunning) {
  const t = useTranslations("home");
  const title = t("running.title", {
    year: String(quarter.year),
    quarter: String(quarter.quarter),
  });
  return (
    <Card
      title={title}
      note={t("running.note")}
      actions={
        <LinkButton size="sm" href={`/cycles/${quarter.cycleId}`}>
          {t("running.action")}
        </LinkButton>
      }
    >
      <div className="grid gap-2">
        {done === null ? null : <ProgressBar label={title} done={done} total={people} />}
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2 tabular">
          {done === null ? t("running.lineFew", { people }) : t("running.line", { people, done })}
          {returned !== null && returned > 0 ? (
            <Chip tone="amber">{t("running.returned", { count: returned })}</Chip>
          ) : null}
        </p>
      </div>
    </Card>
  );
}
