"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Checkbox } from "@/components/ui/form/checkbox";
import { pick } from "@/lib/i18n/pick";
import type { TalkingPoint } from "@/lib/interview/types";

interface ToldProps {
  points: readonly Pick<TalkingPoint, "key" | "name">[];
  required: boolean;
  told: readonly string[];
  error: string | undefined;
  onTell: (key: string, told: boolean) => void;
}

export const toldId = "told";

/** Which deductions were explained face to face; an empty box says nothing, not that it was not done. */
export function Told({ points, required, told, error, onTell }: ToldProps) {
  const text = useTranslations("interview.told");
  const { locale } = useReader();
  if (points.length === 0) return null;
  return (
    <fieldset
      className="grid gap-2"
      aria-describedby={error === undefined ? undefined : "told-error"}
    >
      <legend className="mb-1 text-sm text-ink-2">{text("legend")}</legend>
      {points.map(({ key, name }, index) => (
        <Checkbox
          key={key}
          {...(index === 0 ? { id: toldId } : {})}
          name="told"
          value={key}
          label={text("value", { value: pick(name, locale) })}
          checked={told.includes(key)}
          onChange={(event) => onTell(key, event.currentTarget.checked)}
        />
      ))}
      <p className="text-xs text-ink-2">{text(required ? "required" : "hint")}</p>
      {error === undefined ? null : (
        <p id="told-error" className="text-sm text-rust">
          {error}
        </p>
      )}
    </fieldset>
  );
}
