"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { deadlineState } from "@/components/ui/feedback/deadline-tone";
import { Stepper, type Step } from "@/components/ui/layout/stepper";
import { SubBar } from "@/components/ui/layout/sub-bar";
import { defaultTimeZone } from "@/lib/i18n/locales";
import type { SelfReviewView, SelfStage } from "@/lib/self-review/types";

interface SelfStepsProps {
  view: Pick<SelfReviewView, "stages" | "managerName">;
  now: Date;
}

/** Where the quarter stands: the step, whose turn it is, until when. */
export function SelfSteps({ view, now }: SelfStepsProps) {
  const text = useTranslations("self-review");
  const { moment } = useReader();
  const zone = useTimeZone() ?? defaultTimeZone;
  const name = view.managerName ?? text("noManager");
  const until = ({ opensAt, closesAt }: SelfStage) => {
    if (opensAt !== null && now < opensAt) return text("opens", { moment: moment(opensAt) });
    if (closesAt === null) return null;
    const due = deadlineState(closesAt, now, zone);
    return text(`left.${due.kind}`, { days: "days" in due ? due.days : 0 });
  };
  const steps: Step[] = view.stages.map((stage) => ({
    id: stage.step,
    label: text(`steps.${stage.step}`),
    state: stage.state,
    note: [text(`owner.${stage.step}`, { name }), until(stage)].filter(Boolean).join(" · "),
  }));
  return (
    <SubBar>
      <Stepper label={text("steps.label")} steps={steps} />
    </SubBar>
  );
}
