import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWhen } from "@/components/interview/appointment/use-when";
import { useReader } from "@/components/reader/use-reader";
import { OwnStepper } from "@/components/mine/own-stepper";
import { ValueMarks } from "@/components/mine/value-marks";
import { Deadline } from "@/components/ui/feedback/deadline";
import { Card } from "@/components/ui/layout/card";
import type { HomeQuarter } from "@/lib/home/types";
import { ownTurn } from "@/lib/result/rules";
import type { OwnAppraisal } from "@/lib/result/types";

interface QuarterCardProps {
  entry: HomeQuarter;
  appointment: OwnAppraisal["appointment"];
  now: Date;
}

/** My own quarter at a glance: the step, whose turn it is, and every value with its mark. */
export function QuarterCard({ entry, appointment, now }: QuarterCardProps) {
  const t = useTranslations("home");
  const mine = useTranslations("mine");
  const { quarter, step, answer, managerName, opensAt, deadline, side, values } = entry;
  const { moment } = useReader();
  const whenOf = useWhen();
  const turn = ownTurn({ ...entry, appointment }, now);
  return (
    <Card
      title={t("mine.title", { year: String(quarter.year), quarter: String(quarter.quarter) })}
      actions={
        <Link href="/mine" className="inline-flex touch items-center text-sm link">
          {t("mine.all")}
        </Link>
      }
    >
      <div className="grid gap-4">
        <OwnStepper
          quarter={quarter}
          step={step}
          begun={turn !== "self_review_later"}
          finished={answer !== null && answer !== "objected"}
          dense
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <p className="text-sm">
            {mine(`owner.${turn}`, {
              name: managerName ?? mine("manager"),
              when: opensAt === null ? "" : moment(opensAt),
              appointment: appointment === null ? "" : whenOf(appointment),
              place: appointment?.place ?? "",
            })}
          </p>
          {deadline === null || turn === "self_review_later" ? null : (
            <Deadline due={deadline} now={now} compact />
          )}
          {step === "interview" ? (
            <Link href={`/interview/${entry.appraisalId}`} className="text-sm link">
              {mine(appointment === null ? "action.interview" : "action.interview_arranged")}
            </Link>
          ) : null}
        </div>
        <div className="grid gap-2 border-t border-line pt-4">
          <p className="text-xs text-ink-2">{t(`mine.${side}`)}</p>
          <ValueMarks values={values} />
        </div>
      </div>
    </Card>
  );
}
