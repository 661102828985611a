import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { pick } from "@/lib/i18n/pick";
import { formatScore, type HalfPoints, type PolicyDocument } from "@/lib/scoring";

interface Conditions {
  readonly exactly?: readonly HalfPoints[];
  readonly atMost?: HalfPoints | null;
  readonly atLeast?: HalfPoints | null;
}

/** Parts of sentences that several rules share. */
export function usePolicyWords(policy: PolicyDocument) {
  const text = useTranslations("ruleset.policy");
  const words = useTranslations("common.words");
  const { locale } = useReader();
  const list = (parts: readonly string[]) => parts.join(words("separator"));
  return {
    locale,
    list,
    /** Two sentences after each other, with or without a space as the language has it. */
    after: (first: string, second: string) => text("sentences", { first, second }),
    /** “0 分、0.5 分、4 分及以上”; "" when nothing is asked. */
    when: ({ exactly = [], atMost = null, atLeast = null }: Conditions) =>
      list([
        ...(atMost === null ? [] : [text("atMost", { score: formatScore(atMost) })]),
        ...exactly.map((score) => text("score", { score: formatScore(score) })),
        ...(atLeast === null ? [] : [text("atLeast", { score: formatScore(atLeast) })]),
      ]),
    consequences: (codes: readonly string[]) => {
      const named = codes.flatMap((code) => {
        const known = policy.consequences.find((one) => one.code === code);
        if (known === undefined) return [];
        const own = pick(known.text, locale);
        return [known.dated === true ? text("consequences.dated", { text: own }) : own];
      });
      return named.length === 0
        ? text("consequences.none")
        : named.join(text("consequences.between"));
    },
    bandName: (key: string) => {
      const band = policy.bands.find((one) => one.key === key);
      return band === undefined ? key : pick(band.name, locale);
    },
  };
}
