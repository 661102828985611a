"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";

export interface PinValue {
  readonly key: string;
  readonly name: string;
  readonly rungs: number;
  /** False for a checklist, whose rungs are rules. */
  readonly gated: boolean;
  /** Cases it may be pinned to; absent where the page shows none. */
  readonly cases?: readonly {
    readonly id: string;
    readonly rung: number;
    readonly title: string;
  }[];
}

export interface Pin {
  readonly value: string | null;
  readonly rung: number | null;
  readonly caseId: string | null;
}

export const noPin: Pin = { value: null, rung: null, caseId: null };

interface PinFieldsProps {
  values: readonly PinValue[];
  pin: Pin;
  onChange: (pin: Pin) => void;
  faultOf: (field: string) => string | undefined;
  /** The value is given; only the rung is asked. */
  fixed?: boolean;
}

/** What a return is about: a value, and a rung of it where the matter is one rung's. */
export function PinFields({ values, pin, onChange, faultOf, fixed = false }: PinFieldsProps) {
  const text = useTranslations("dossier.decision");
  const value = values.find(({ key }) => key === pin.value);
  const rungs = value?.rungs ?? 0;
  const gated = value?.gated === false ? "no" : "yes";
  const cases = (value?.cases ?? []).filter(({ rung }) => pin.rung === null || rung === pin.rung);
  const points = Array.from({ length: rungs }, (_, index) => index + 1);
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {fixed ? null : (
        <Field label={text("value")} error={faultOf("value")} optional>
          <Select
            name="value"
            value={pin.value ?? ""}
            onChange={({ target }) =>
              onChange({ ...noPin, value: target.value === "" ? null : target.value })
            }
            options={[
              { value: "", label: text("whole") },
              ...values.map(({ key, name }) => ({ value: key, label: name })),
            ]}
          />
        </Field>
      )}
      {rungs === 0 ? null : (
        <Field label={text("rung", { gated })} error={faultOf("rung")} optional>
          <Select
            name="rung"
            value={pin.rung === null ? "" : String(pin.rung)}
            onChange={({ target }) =>
              onChange({
                ...pin,
                rung: target.value === "" ? null : Number(target.value),
                caseId: null,
              })
            }
            options={[
              { value: "", label: text("wholeValue") },
              ...points.map((point) => ({
                value: String(point),
                label: text("rungOption", { point, gated }),
              })),
            ]}
          />
        </Field>
      )}
      {cases.length === 0 ? null : (
        <Field label={text("case")} error={faultOf("caseId")} optional>
          <Select
            name="caseId"
            value={pin.caseId ?? ""}
            onChange={({ target }) =>
              onChange({ ...pin, caseId: target.value === "" ? null : target.value })
            }
            options={[
              { value: "", label: text("noCase") },
              ...cases.map(({ id, rung, title }) => ({
                value: id,
                label: text("caseOption", { title, point: rung, gated }),
              })),
            ]}
          />
        </Field>
      )}
    </div>
  );
}
