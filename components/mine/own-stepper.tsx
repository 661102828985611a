import { useTranslations } from "next-intl";
import { Stepper } from "@/components/ui/layout/stepper";
import { ownSteps, type OwnStep } from "@/lib/appraisal/stages";

interface OwnStepperProps {
  quarter: { readonly year: number; readonly quarter: number };
  step: OwnStep;
  /** The result is acknowledged or objected to: nothing is left. */
  answered: boolean;
  dense?: boolean;
}

/** The quarter as its own employee may know it. */
export function OwnStepper({ quarter, step, answered, dense = false }: OwnStepperProps) {
  const text = useTranslations("mine");
  const at = answered ? ownSteps.length : ownSteps.indexOf(step);
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
