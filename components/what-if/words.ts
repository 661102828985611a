import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import type { Quarter } from "@/lib/i18n/zone";
import type { Bilingual } from "@/lib/scoring";
import type { PolicyChoice } from "@/lib/what-if/types";

/** Names these pages are full of, in the reader's language. */
export function useNames() {
  const text = useTranslations("what-if");
  const { locale } = useReader();
  return {
    pick: (name: Bilingual) => name[locale],
    policy: ({ name, version }: PolicyChoice) =>
      text("choose.version", { name: name[locale], version }),
    // As text, because a year as a number would get a thousands separator.
    quarter: ({ year, quarter }: Quarter) =>
      text("quarter", { year: String(year), quarter: String(quarter) }),
    band: (name: Bilingual | null) => (name === null ? text("bands.none") : name[locale]),
  };
}
