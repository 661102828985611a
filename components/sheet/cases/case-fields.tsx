"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextInput } from "@/components/ui/form/text-input";
import { TextCount } from "@/components/ui/form/text-count";
import { dateBounds } from "@/lib/fields/limits";
import { sheetLimits } from "@/lib/sheet/types";
import type { SheetCase, Side } from "@/lib/sheet/types";
import type { CaseText } from "../state/edits";
import { caseFieldId } from "../state/ids";
import type { ValueEditor } from "../state/use-value-editor";

interface CaseFieldsProps {
  item: SheetCase;
  side: Side;
  editor: ValueEditor;
}

/** Typed text is never cut off at a limit: it is kept and the field says what is wrong. */
export function CaseFields({ item, side, editor }: CaseFieldsProps) {
  const text = useTranslations("sheet.case");
  const { ofFault } = useRefusalText();
  const bind = (field: keyof CaseText) => ({
    // A bare “title” would call for the browser’s list of Mr and Mrs.
    name: `cases.${field}`,
    value: item[field],
    onChange: (event: { target: { value: string } }) =>
      editor.changeCase(item.id, { [field]: event.target.value }),
  });
  const fieldOf = (field: keyof CaseText, limit: number) => ({
    id: caseFieldId(item.id, field),
    error:
      item[field].length > limit
        ? ofFault({ code: "too_long", data: { max: limit } })
        : ofFault(editor.faults[`cases.${item.id}.${field}`]),
    aside:
      field !== "happenedOn" && item[field].length > limit * 0.9 ? (
        <TextCount used={item[field].length} limit={limit} />
      ) : null,
  });
  const about = item.kind === "contradicts" ? "affected" : "beneficiary";
  return (
    <div className="grid gap-3 md:grid-cols-[9.5rem_1fr]">
      <Field label={text("happenedOn")} {...fieldOf("happenedOn", 10)}>
        <DateInput {...bind("happenedOn")} min={dateBounds.from} max={dateBounds.to} />
      </Field>
      <Field label={text("title")} required {...fieldOf("title", sheetLimits.title)}>
        <TextInput {...bind("title")} placeholder={text("titleHint")} />
      </Field>
      <div className="grid gap-3 md:col-span-2">
        <Field label={text("happened")} required {...fieldOf("happened", sheetLimits.text)}>
          <TextArea {...bind("happened")} rows={2} />
        </Field>
        <Field label={text("action", { side })} required {...fieldOf("action", sheetLimits.text)}>
          <TextArea {...bind("action")} rows={2} />
        </Field>
        <Field label={text("outcome")} {...fieldOf("outcome", sheetLimits.text)}>
          <TextArea {...bind("outcome")} rows={1} />
        </Field>
        <Field label={text(about)} {...fieldOf("beneficiary", sheetLimits.beneficiary)}>
          <TextInput {...bind("beneficiary")} />
        </Field>
      </div>
    </div>
  );
}
