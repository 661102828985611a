import { useTranslations } from "next-intl";

interface Edition {
  readonly kind: "year" | "number" | "name";
  readonly edition: string;
  /** Which revision of it; 0 where it names none. */
  readonly revision: number;
}

/** `2004 (2)` is the second revision of the edition of 2004; an author may call an edition anything. */
export function editionParts(written: string): Edition {
  const revised = /^(.+\S) ?\((\d{1,4})\)$/u.exec(written);
  const edition = revised?.[1] ?? written;
  const kind = /^\d{4}$/.test(edition) ? "year" : /^\d{1,3}$/.test(edition) ? "number" : "name";
  return { kind, edition, revision: Number(revised?.[2] ?? 0) };
}

type Text = (key: Edition["kind"] | "revised", values: Record<string, string | number>) => string;

export function editionWords(text: Text, written: string): string {
  const { kind, edition, revision } = editionParts(written);
  const words = text(kind, { edition });
  return revision === 0 ? words : text("revised", { edition: words, revision });
}

/** The edition of a framework or policy in words, for every place that shows one. */
export function useEditionWords(): (written: string) => string {
  const text = useTranslations("ruleset.edition");
  return (written) => editionWords(text, written);
}
