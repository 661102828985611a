import { useTranslations } from "next-intl";
import { Delta } from "@/components/ui/marks/delta";
import type { HalfPoints } from "@/lib/scoring";

/** Mine against the self-review. */
export function DifferenceChip({ difference }: { difference: HalfPoints | null }) {
  const text = useTranslations("manager-scoring.difference");
  return (
    <Delta
      halfPoints={difference}
      label={(delta) => text("words", { delta })}
      unknown={text("unknown")}
    />
  );
}
