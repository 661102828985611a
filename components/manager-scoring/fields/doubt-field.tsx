"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/command/use-refusal-text";
import type { ValueEditor } from "@/components/sheet/state/use-value-editor";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Chip } from "@/components/ui/marks/chip";

interface DoubtFieldProps {
  inDoubt: boolean;
  /** Null to read. */
  editor: ValueEditor | null;
}

/** The manual's way out where a manager cannot decide: the score stands, and one over one and HR look at it. */
export function DoubtField({ inDoubt, editor }: DoubtFieldProps) {
  const text = useTranslations("manager-scoring.doubt");
  const { ofFault } = useRefusalText();
  if (editor === null) {
    return inDoubt ? (
      <p>
        <Chip tone="indigo">{text("marked")}</Chip>
      </p>
    ) : null;
  }
  return (
    <Checkbox
      label={text("label")}
      hint={text("hint")}
      error={ofFault(editor.faults["inDoubt"])}
      checked={inDoubt}
      onChange={({ target }) => editor.setInDoubt(target.checked)}
    />
  );
}
