import { useTranslations } from "next-intl";
import { Stepper } from "@/components/ui/layout/stepper";
import { ownSteps, type OwnStep } from "@/lib/appraisal/stages";

interface OwnStepperProps {
  quarter: { readonly year: number; readonly quarter: number };
  step: OwnStep;
  /** Before its first window opens no step has begun. */
  begun: boolean;
  /** The result is acknowledged: nothing is left. While an objection is undecided the last step stays open. */
  finished: boolean;
  dense?: boolean;
}

/** The quarter as its own employee may know it. */
export function OwnStepper({ quarter, step, begun, finished, dense = false }: OwnStepperProps) {
  const text = useTranslations("mine");
  const current = finished ? ownSteps.length : ownSteps.indexOf(step);
  const at = begun ? current : -1;
  return (
    <Stepper
      dense={dense}
      label={text("stepper", { year: String(quarter.year), quarter: String(quarter.quarter) })}
      steps={ownSteps.map((id, index) => ({
        id,
        label: text(`steps.${id}`),
        state: index < at ? "done" : index === at ? "current" : "todo",
      }))}
    />
  );
}
