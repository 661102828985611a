import type { AbstractIntlMessages } from "next-intl";

/** What every page's client components may use without asking for it. */
export const baseNamespaces = ["common", "shell"] as const;

export function pickNamespaces(
  messages: AbstractIntlMessages,
  namespaces: readonly string[],
): AbstractIntlMessages {
  return Object.fromEntries(
    Object.entries(messages).filter(([namespace]) => namespaces.includes(namespace)),
  );
}
