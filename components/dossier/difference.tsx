import { useTranslations } from "next-intl";
import { Delta } from "@/components/ui/marks/delta";

/** Manager against self. */
export function Difference({ halfPoints }: { halfPoints: number | null }) {
  const text = useTranslations("dossier");
  return (
    <Delta
      halfPoints={halfPoints}
      label={(delta) => text("difference", { delta })}
      unknown={text("differenceUnknown")}
    />
  );
}
