"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/command/use-refusal-text";
import { justificationId } from "@/components/sheet/state/ids";
import type { ValueEditor } from "@/components/sheet/state/use-value-editor";
import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextCount } from "@/components/ui/form/text-count";
import { Chip } from "@/components/ui/marks/chip";
import { countCharacters, type SheetValueResult } from "@/lib/scoring";
import { formatScore } from "@/lib/scoring/format";
import { sheetLimits } from "@/lib/sheet/types";

interface JustificationFieldProps {
  result: SheetValueResult;
  /** Why a consequence rests on this value, a sentence each. */
  grounds: readonly string[];
  text: string;
  /** Null to read. */
  editor: ValueEditor | null;
  /** After a refused attempt to hand in. */
  asked: boolean;
}

/**
 * Stands exactly where the policy asks for written facts. A text the present score no longer needs stays in sight too,
 * because what is written is handed in.
 */
export function JustificationField({
  result,
  grounds,
  text,
  editor,
  asked,
}: JustificationFieldProps) {
  const words = useTranslations("manager-scoring.justification");
  const { ofFault } = useRefusalText();
  const { required, missing } = result.justification;
  if (!required && text.trim() === "") return null;
  const why = (
    <Chip tone={required ? "amber" : "neutral"}>{whyAsked(required, words, result)}</Chip>
  );
  if (editor === null) {
    return (
      <section className="rounded-lg border border-amber-line bg-amber-wash px-4 py-3">
        <h4 className="flex flex-wrap items-center gap-2 text-sm">
          {words("title")} {why}
        </h4>
        <Grounds sentences={grounds} />
        <p className="mt-1 whitespace-pre-wrap">{text.trim() || words("none")}</p>
      </section>
    );
  }
  const limit = sheetLimits.justification;
  const long =
    text.length > limit ? { code: "too_long" as const, data: { max: limit } } : undefined;
  const unsaid = asked && missing ? words("missing") : undefined;
  return (
    <div className="grid gap-1 rounded-lg border border-amber-line bg-amber-wash px-4 py-3">
      <Grounds sentences={grounds} />
      <Field
        id={justificationId(result.key)}
        label={
          <span className="inline-flex flex-wrap items-center gap-2">
            <span className="font-semibold text-ink">{words("title")}</span> {why}
          </span>
        }
        hint={words("hint")}
        required={required}
        error={ofFault(long ?? editor.faults["justification"]) ?? unsaid}
        aside={
          <TextCount used={countCharacters(text)} {...(text.length > limit ? { limit } : {})} />
        }
      >
        <TextArea
          name="justification"
          value={text}
          rows={2}
          onChange={(event) => editor.setJustification(event.target.value)}
        />
      </Field>
    </div>
  );
}

function Grounds({ sentences }: { sentences: readonly string[] }) {
  return sentences.map((sentence) => (
    <p key={sentence} className="text-sm">
      {sentence}
    </p>
  ));
}

function whyAsked(
  required: boolean,
  words: ReturnType<typeof useTranslations<"manager-scoring.justification">>,
  { justification }: SheetValueResult,
): string {
  const { reason, threshold } = justification;
  if (!required || reason === null) return words("notNeeded");
  return words(`why.${reason}`, { score: formatScore(threshold ?? 0) });
}
