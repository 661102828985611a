"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { scheduleFrom } from "@/lib/cycle/rules/windows";
import { paces, type Pace, type WindowDraft } from "@/lib/cycle/types";
import { WindowsFields } from "./windows-fields";

interface ScheduleFieldsProps {
  proposed: readonly WindowDraft[];
  errorOf: (field: string) => string | undefined;
  onMade?: () => void;
}

/** The windows of all stages: made from one day by a rule, then each of them can be moved. */
export function ScheduleFields({ proposed, errorOf, onMade }: ScheduleFieldsProps) {
  const text = useTranslations("cycle.new");
  const [made, setMade] = useState({ windows: proposed, times: 0 });
  const [day, setDay] = useState(proposed[0]?.opensAt.slice(0, 10) ?? "");
  const [pace, setPace] = useState<Pace>("together");
  const make = () => {
    if (day === "") return;
    setMade({ windows: scheduleFrom(day, pace), times: made.times + 1 });
    onMade?.();
  };
  return (
    <div className="grid gap-5">
      <fieldset className="grid gap-3 rounded-lg border border-line p-4">
        <legend className="px-1 text-sm text-ink-2">{text("scheduleTitle")}</legend>
        <div className="grid items-start gap-4 md:grid-cols-[12rem_1fr]">
          <Field label={text("firstDay")}>
            <DateInput
              name="firstDay"
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
          </Field>
          <RadioCards
            legend={text("pace")}
            name="pace"
            columns={2}
            value={pace}
            onChange={({ currentTarget: { value } }) =>
              setPace(paces.find((one) => one === value) ?? pace)
            }
            options={paces.map((value) => ({
              value,
              label: text(`paces.${value}`),
              description: text(`paces.${value}Hint`),
            }))}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={make}>{text("schedule")}</Button>
          <p className="text-sm text-ink-2">{text("scheduleNote")}</p>
        </div>
      </fieldset>
      <WindowsFields key={made.times} windows={made.windows} errorOf={errorOf} />
    </div>
  );
}
