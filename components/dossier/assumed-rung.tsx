import { useTranslations } from "next-intl";
import { DashedChip } from "@/components/ui/marks/dashed-chip";

/** A rung whose words or grant mode the sources do not hand down; what that means stands once, below the rungs. */
export function AssumedRung() {
  const text = useTranslations("dossier.assumed");
  return (
    <span className="ms-2">
      <DashedChip>{text("mark")}</DashedChip>
    </span>
  );
}

export function AssumedNote() {
  const text = useTranslations("dossier.assumed");
  return <p className="mt-2 text-xs text-ink-2">{text("note")}</p>;
}
