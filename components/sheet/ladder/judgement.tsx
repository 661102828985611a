"use client";

import { useTranslations } from "next-intl";
import { Segmented, type Segment } from "@/components/ui/form/segmented";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import type { Verdict } from "@/lib/scoring";

interface JudgementProps {
  id: string;
  /** Names the rung for those who do not see it beside the buttons. */
  label: string;
  value: Verdict | null;
  onJudge: (verdict: Verdict) => void;
  invalid: boolean;
  /** False where the policy counts whole points only. */
  halves: boolean;
}

const verdictTones: Readonly<Record<Verdict | "open", ChipTone>> = {
  met: "jade",
  partly: "amber",
  unmet: "rust",
  open: "neutral",
};

/** Three words to press, or two where there are no half points; never a slider, never a bare number. */
export function Judgement({ id, label, value, onJudge, invalid, halves }: JudgementProps) {
  const text = useTranslations("scoring");
  const options: readonly Segment<Verdict>[] = [
    { value: "met", label: text("verdict.met"), tone: "jade" },
    {
      value: "partly",
      label: text("verdict.partly"),
      tone: "amber",
      title: text("verdictFull.partly"),
    },
    { value: "unmet", label: text("verdict.unmet"), tone: "rust" },
  ];
  return (
    <Segmented
      id={id}
      label={label}
      options={options.filter((option) => halves || option.value !== "partly")}
      value={value}
      onChange={onJudge}
      invalid={invalid}
    />
  );
}

/** The same judgement where it can only be read. */
export function VerdictChip({ verdict }: { verdict: Verdict | "open" }) {
  const text = useTranslations("scoring.verdictFull");
  return <Chip tone={verdictTones[verdict]}>{text(verdict)}</Chip>;
}
