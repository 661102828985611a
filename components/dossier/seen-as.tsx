import { useTranslations } from "next-intl";
import type { Ground } from "@/lib/appraisal/standing";

/** Why this reader sees this sheet. The last line of a sheet's page, rendered on the server. */
export function SeenAs({ ground }: { ground: Ground }) {
  const text = useTranslations("dossier.seenAs");
  return <p className="no-print text-sm text-ink-2">{text("line", { reason: text(ground) })}</p>;
}
