"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useSend } from "@/components/command/use-send";
import { TouchedSheets } from "@/components/hand-over/touched-sheets";
import { useTouched } from "@/components/hand-over/use-touched";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { Checkbox } from "@/components/ui/form/checkbox";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { Card } from "@/components/ui/layout/card";
import { postCommand } from "@/lib/commands/client";
import { departmentOptions } from "@/lib/departments/rules";
import type { DepartmentNode } from "@/lib/departments/types";
import type { PersonDetail } from "@/lib/people/types";
import type { PlanRow } from "@/lib/reporting/types";
import { PlanList } from "./plan-list";

interface PlanCardProps {
  person: PersonDetail;
  departments: readonly DepartmentNode[];
  plans: readonly PlanRow[];
}

/** A change of manager or department for a day to come: one is shown, or the form for it. */
export function PlanCard({ person, departments, plans }: PlanCardProps) {
  const text = useTranslations("reporting");
  const waits = plans.some(({ fault }) => fault === null);
  return (
    <Card title={text("plan.title")}>
      {plans.length === 0 ? null : <PlanList plans={plans} named={false} />}
      {waits ? null : <PlanForm key={person.version} person={person} departments={departments} />}
    </Card>
  );
}

function PlanForm({ person, departments }: Omit<PlanCardProps, "plans">) {
  const text = useTranslations("reporting.plan");
  const locale = useLocale();
  const toast = useToast();
  const [typed, setTyped] = useState({
    ...{ day: "", managerNumber: person.manager?.number ?? "" },
    ...{ departmentId: person.department.id, shown: false },
  });
  const change = (some: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...some }));
  const touched = useTouched("finish", person.number);
  const planning = useSend(
    async (input: typeof typed) => {
      const target = { employeeId: person.id, version: person.version };
      return touched.look(
        await postCommand("reporting.plan", { ...target, ...input, ...touched.decided }),
      );
    },
    { refresh: "done", onDone: () => toast({ title: text("done") }) },
  );
  const { answer, errorOf } = planning;
  const undecided = answer?.ok === false && answer.code === "sheets_open";
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-2">{text("note")}</p>
      <Problem text={undecided ? null : planning.problem} />
      <Field label={text("day")} error={errorOf("day")} required>
        <DateInput
          name="day"
          value={typed.day}
          onChange={(event) => change({ day: event.target.value })}
        />
      </Field>
      <Field label={text("manager")} error={errorOf("managerNumber")} optional>
        <TextInput
          name="managerNumber"
          value={typed.managerNumber}
          onChange={(event) => change({ managerNumber: event.target.value })}
          list="person-suggestions"
          autoComplete="off"
        />
      </Field>
      <Field label={text("department")} error={errorOf("departmentId")} required>
        <Select
          name="departmentId"
          value={typed.departmentId}
          onChange={(event) => change({ departmentId: event.target.value })}
          options={departmentOptions(departments, locale)}
        />
      </Field>
      <Checkbox
        label={text("shown")}
        hint={text("shownHint")}
        checked={typed.shown}
        onChange={(event) => change({ shown: event.target.checked })}
      />
      {touched.sheets.length === 0 ? null : (
        <TouchedSheets
          sheets={touched.sheets}
          typed={touched.typed}
          onChange={touched.change}
          errorOf={errorOf}
          because={touched.because}
        />
      )}
      <div>
        <Button pending={planning.pending} onClick={() => void planning.send(typed)}>
          {text("submit")}
        </Button>
      </div>
    </div>
  );
}
