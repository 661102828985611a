import type { AbstractIntlMessages } from "next-intl";

/** What every page's client components may use without asking for it. */
export const baseNamespaces = ["common", "shell"] as const;

/** Namespaces or parts of them: “ruleset.import” is what “ruleset” holds under “import”. */
export function pickNamespaces(
  messages: AbstractIntlMessages,
  namespaces: readonly string[],
): AbstractIntlMessages {
  type Entry = [string, AbstractIntlMessages[string]];
  const picked = Object.entries(messages).flatMap(([name, value]): Entry[] => {
    if (namespaces.includes(name)) return [[name, value]];
    const parts = namespaces.filter((wanted) => wanted.startsWith(`${name}.`));
    if (parts.length === 0 || typeof value === "string") return [];
    const below = parts.map((part) => part.slice(name.length + 1));
    return [[name, pickNamespaces(value, below)]];
  });
  return Object.fromEntries(picked);
}
