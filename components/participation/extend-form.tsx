"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useForm } from "@/components/command/use-form";
import { useToast } from "@/components/ui/feedback/toast";
import { Checkbox } from "@/components/ui/form/checkbox";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { Select } from "@/components/ui/form/select";
import { stages } from "@/lib/appraisal/stages";
import type { ChangeFormProps } from "./change-dialog";
import { FormButtons, PersonField, ReasonField } from "./person-reason";

/** More time at one stage for one person or one department, over the cycle's. */
export function ExtendForm({ cycle, departments, keep, onClose }: ChangeFormProps) {
  const text = useTranslations("participation");
  const names = useTranslations("cycle.stages");
  const toast = useToast();
  const [whom, setWhom] = useState("person");
  const { id, version, timeZone } = cycle;
  const extending = useCommand("participation.extend", {
    keeps: keep,
    onDone: () => {
      onClose();
      toast({ title: text("extend.done") });
    },
  });
  const { pending, errorOf, problem } = extending;
  const formProps = useForm(extending, (field) => ({
    ...{ cycleId: id, version, closesAt: field("closesAt"), reason: field("reason") },
    number: whom === "person" ? field("number") : "",
    departmentId: whom === "department" && field("departmentId") ? field("departmentId") : null,
    stage: stages.find((stage) => stage === field("stage")) ?? "self_review",
    following: field("following") === "on",
  }));
  return (
    <form {...formProps} className="grid gap-4">
      <Problem text={problem} />
      <RadioCards
        legend={text("extend.whom")}
        name="whom"
        columns={2}
        value={whom}
        onChange={(event) => setWhom(event.currentTarget.value)}
        options={(["person", "department"] as const).map((value) => ({
          ...{ value, label: text(`extend.${value}`) },
        }))}
      />
      {whom === "person" ? (
        <PersonField errorOf={errorOf} />
      ) : (
        <Field
          label={text("extend.unit")}
          error={errorOf("departmentId") ?? errorOf("number")}
          required
        >
          <Select name="departmentId" placeholder="" options={departments} />
        </Field>
      )}
      <Field label={text("extend.stage")} error={errorOf("stage")} required>
        <Select
          name="stage"
          options={stages.map((stage) => ({ value: stage, label: names(stage) }))}
        />
      </Field>
      <Field
        label={text("extend.closesAt")}
        hint={text("extend.zone", { zone: timeZone })}
        error={errorOf("closesAt")}
        required
      >
        <DateInput type="datetime-local" name="closesAt" />
      </Field>
      <Checkbox
        name="following"
        label={text("extend.following")}
        hint={text("extend.followingHint")}
      />
      <ReasonField errorOf={errorOf} hint={text("reasonHint")} />
      <FormButtons label={text("extend.confirm")} {...{ pending, onClose }} />
    </form>
  );
}
