import { useTranslations } from "next-intl";
import { Chip, type ChipTone } from "@/components/ui/marks/chip";
import type { AuditMark } from "@/lib/review/types";

const tones: Readonly<Record<AuditMark, ChipTone>> = {
  question: "rust",
  sanction: "rust",
  returned: "amber",
  low: "rust",
  high: "indigo",
  five: "amber",
  doubt: "indigo",
  sample: "neutral",
  altered: "amber",
};

/** Why a score is looked at. */
export function ReasonChip({ reason }: { reason: AuditMark }) {
  const text = useTranslations("dossier.reading.marks");
  return <Chip tone={tones[reason]}>{text(reason)}</Chip>;
}
