import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/marks/chip";
import type { PersonStatus } from "@/lib/people/types";

const tones = { active: "jade", on_leave: "amber", left: "neutral" } as const;

export function StatusChip({ status }: { status: PersonStatus }) {
  const text = useTranslations("people.status");
  return <Chip tone={tones[status]}>{text(status)}</Chip>;
}
