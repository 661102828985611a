import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { formatScore, type DocumentChange } from "@/lib/scoring";
import type { Locale } from "@/lib/i18n/locales";
import { useEditionWords } from "./edition";
import { halfPointFields } from "./half-points";
import { nameIn } from "./path-words";

/** Fields that name a band or a consequence of the same document by its key. */
const named: Readonly<Record<string, "bands" | "consequences">> = {
  directionsFromBand: "bands",
  setsBand: "bands",
  lowestBandConsequences: "consequences",
  consequences: "consequences",
};

type Scalar = Exclude<DocumentChange["after"], undefined>;

/** The name a key has in one of the documents, the newer first; the key itself where none knows it. */
export function nameOfKey(
  documents: readonly unknown[],
  field: string,
  key: string,
  locale: Locale,
): string | null {
  const list = named[field];
  if (list === undefined) return null;
  for (const document of documents) {
    const name = nameIn(document, list, key, locale);
    if (name !== null) return name;
  }
  return null;
}

/** A single value of a document in words: a score in points, a choice and a key by their names, a text as it stands. */
export function useValueWords(): (
  documents: readonly unknown[],
  path: DocumentChange["path"],
  value: Scalar,
) => string {
  const text = useTranslations("ruleset.change");
  const choices = useTranslations("ruleset.choices");
  const editionWords = useEditionWords();
  const { locale } = useReader();
  return (documents, path, value) => {
    const field = path.findLast((step) => typeof step === "string") ?? "";
    if (value === null || value === "") return text("none");
    if (typeof value === "boolean") return text(value ? "yes" : "no");
    if (typeof value === "number" && halfPointFields.has(field))
      return text("points", { score: formatScore(value) });
    if (field === "edition") return editionWords(String(value));
    const word = `${field}.${value}`;
    if (choices.has(word)) return choices(word);
    return nameOfKey(documents, field, String(value), locale) ?? String(value);
  };
}
