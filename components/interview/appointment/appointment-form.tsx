"use client";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/command/form-problem";
import { useSend } from "@/components/command/use-send";
import { useVersionedForm, type Values } from "@/components/command/use-versioned-form";
import { Button } from "@/components/ui/actions/button";
import { useToast } from "@/components/ui/feedback/toast";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextArea } from "@/components/ui/form/text-area";
import { TextInput } from "@/components/ui/form/text-input";
import { Kept } from "@/components/ui/kept/kept";
import { postCommand } from "@/lib/commands/client";
import { lengths, placedIn } from "@/lib/interview/rules/appointment";
import { appointmentLimits, type Arranging } from "@/lib/interview/types";

const names = ["day", "time", "minutes", "place", "note"] as const;
type Name = (typeof names)[number];

interface AppointmentFormProps {
  appraisalId: string;
  arranging: Arranging;
  onClose: () => void;
}

/** One proposal. What the other side proposed meanwhile is shown beside it first. */
export function AppointmentForm({ appraisalId, arranging, onClose }: AppointmentFormProps) {
  const text = useTranslations("interview.appointment");
  const toast = useToast();
  const { appointments, timeZone } = arranging;
  const keeps = `interview.arrange:${appraisalId}`;
  const saving = useSend(
    ({ version, values }: { version: number; values: Values<Name> }) =>
      postCommand("interview.arrange", {
        ...values,
        appraisalId,
        version,
        minutes: Number(values.minutes),
      }).then((answer) =>
        answer.ok || answer.code !== "stale"
          ? answer
          : {
              ...answer,
              data: {
                version: answer.data?.version ?? version,
                current: answer.data?.current ?? values,
              },
            },
      ),
    {
      keeps,
      onDone: () => {
        toast({ title: text("done") });
        onClose();
      },
    },
  );
  const { pending, errorOf, problem } = saving;
  const base = { version: appointments.length, values: { ...placedIn(appointments[0], timeZone) } };
  const { formProps, shown, conflict } = useVersionedForm(names, base, saving);
  const { values } = shown;
  return (
    <form {...formProps} className="no-print grid gap-4 border-t border-line pt-4">
      <FormProblem
        conflict={conflict}
        problem={problem}
        label={(name) => text(`fields.${name}`)}
        show={(_, value) => value}
      />
      <Kept form={keeps}>
        <div key={shown.generation} className="grid gap-4">
          <div className="grid gap-4 sm:grid-cols-3">
            <Field label={text("fields.day")} error={errorOf("day")} required>
              <DateInput name="day" defaultValue={values.day} />
            </Field>
            <Field
              label={text("fields.time")}
              hint={text("zone", { zone: timeZone })}
              error={errorOf("time")}
              required
            >
              <TextInput name="time" type="time" defaultValue={values.time} />
            </Field>
            <Field label={text("fields.minutes")} error={errorOf("minutes")} required>
              <Select
                name="minutes"
                defaultValue={values.minutes}
                options={lengths.map((minutes) => ({
                  value: String(minutes),
                  label: text("minutes", { minutes }),
                }))}
              />
            </Field>
          </div>
          <Field
            label={text("fields.place")}
            hint={text("placeHint")}
            error={errorOf("place")}
            required
          >
            <TextInput
              name="place"
              defaultValue={values.place}
              maxLength={appointmentLimits.place}
              autoComplete="off"
            />
          </Field>
          <Field
            label={text("fields.note")}
            hint={text("noteHint")}
            error={errorOf("note")}
            optional
          >
            <TextArea name="note" defaultValue={values.note} rows={2} />
          </Field>
        </div>
      </Kept>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" pending={pending}>
          {text("send")}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {text("cancel")}
        </Button>
      </div>
    </form>
  );
}
