"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/command/problem";
import { useCommand } from "@/components/command/use-command";
import { useForm } from "@/components/command/use-form";
import { ExtensionEffect } from "@/components/cycle/running/extension-effect";
import { usePreviewed } from "@/components/cycle/running/use-previewed";
import { useToast } from "@/components/ui/feedback/toast";
import { Checkbox } from "@/components/ui/form/checkbox";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { RadioCards } from "@/components/ui/form/radio-cards";
import { Select } from "@/components/ui/form/select";
import { stages } from "@/lib/appraisal/stages";
import type { CommandInput } from "@/lib/commands/contract";
import type { ChangeFormProps } from "./change-dialog";
import { FormButtons, PersonField, ReasonField } from "./person-reason";

/** More time at one stage for one person or one department, over the cycle's. */
export function ExtendForm({ cycle, departments, keep, onClose }: ChangeFormProps) {
  const text = useTranslations("participation");
  const names = useTranslations("cycle.stages");
  const windows = useTranslations("cycle.windows");
  const toast = useToast();
  const [whom, setWhom] = useState("person");
  const [unit, setUnit] = useState("");
  const { id, version, timeZone } = cycle;
  const extending = useCommand("participation.extend", {
    keeps: keep,
    onDone: () => {
      onClose();
      toast({ title: text("extend.done") });
    },
  });
  const looking = useCommand("participation.preview-extension", { refresh: "never" });
  const asking = usePreviewed({
    look: ({ reason: _, ...asked }: CommandInput<"participation.extend">) => looking.send(asked),
    confirm: extending.send,
  });
  const { preview, onChange } = asking;
  const errorOf = (field: string) => looking.errorOf(field) ?? extending.errorOf(field);
  const formProps = useForm(asking, (field) => ({
    ...{ cycleId: id, version, closesAt: field("closesAt"), reason: field("reason") },
    number: whom === "person" ? field("number") : "",
    departmentId: whom === "department" && field("departmentId") ? field("departmentId") : null,
    stage: stages.find((stage) => stage === field("stage")) ?? "self_review",
    following: field("following") === "on",
  }));
  return (
    <form {...formProps} onChange={onChange} className="grid gap-4">
      <Problem text={looking.problem ?? extending.problem} />
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
          <Select
            name="departmentId"
            placeholder=""
            options={departments}
            value={unit}
            onChange={(event) => setUnit(event.target.value)}
          />
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
      {preview === null ? null : (
        <ExtensionEffect
          {...{ preview, timeZone }}
          department={departments.find(({ value }) => value === unit)?.label}
        />
      )}
      <FormButtons
        label={preview === null ? windows("preview") : text("extend.confirm")}
        pending={looking.pending || extending.pending}
        onClose={onClose}
      />
    </form>
  );
}
