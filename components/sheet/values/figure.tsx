import { useTranslations } from "next-intl";
import { formatScore, type HalfPoints } from "@/lib/scoring";

/** A number without its mark; where there is none yet, a dash for the eye and words for the ear. */
export function Figure({ halfPoints }: { halfPoints: HalfPoints | null }) {
  const text = useTranslations("common.score");
  if (halfPoints !== null) return formatScore(halfPoints);
  return (
    <>
      <span aria-hidden>{text("none")}</span>
      <span className="sr-only">{text("missing")}</span>
    </>
  );
}
