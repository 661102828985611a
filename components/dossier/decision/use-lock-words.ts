import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import type { Lock } from "@/lib/appraisal/types";

/** Why nothing can be decided now, in words, before anybody types; null while it can. */
export function useLockWords(): (lock: Lock | null) => string | null {
  const text = useTranslations("dossier.decision.locked");
  const errors = useTranslations("errors");
  const { moment } = useReader();
  return (lock) => {
    if (lock === null) return null;
    const { code, at } = lock;
    if (at === null || !code.startsWith("window_")) return errors(code);
    return text(code === "window_not_open" ? "before" : "after", { when: moment(at) });
  };
}
