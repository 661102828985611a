import { useTranslations } from "next-intl";
import type { HeldSheet } from "@/lib/hand-over/types";

/** What a sheet under way is called and how it is held, in the reader's language. */
export function useHeld() {
  const text = useTranslations("hand-over");
  const steps = useTranslations("mine.steps");
  return {
    quarterOf: ({ year, quarter }: HeldSheet) =>
      text("sheets.quarterOf", { year: String(year), quarter: String(quarter) }),
    /** Nothing of one's own sheet. */
    stepOf: ({ step }: HeldSheet) => (step === null ? "—" : steps(step)),
    postsOf: ({ posts }: HeldSheet) => posts.map((post) => text(`posts.${post}`)).join(" · "),
  };
}
