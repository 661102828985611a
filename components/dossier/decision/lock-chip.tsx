import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/marks/chip";
import type { Lock } from "@/lib/appraisal/types";

/** In a list: that nothing can be decided now, in two words; the sheet's page says why and until when. */
export function LockChip({ lock: { code } }: { lock: Lock }) {
  const text = useTranslations("dossier.decision.locked.short");
  return <Chip>{text(text.has(code) ? code : "other")}</Chip>;
}
