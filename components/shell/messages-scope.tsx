import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { pickNamespaces } from "@/lib/i18n/namespaces";
import { ScopeProvider } from "./scope-provider";

interface MessagesScopeProps {
  /** Namespaces the client components below need, beside refusals; those of the scopes around stay. */
  namespaces: readonly string[];
  children: ReactNode;
}

/** Sends the browser just the texts a page's client components use. */
export async function MessagesScope({ namespaces, children }: MessagesScopeProps) {
  const messages = pickNamespaces(await getMessages(), [...namespaces, "errors"]);
  return <ScopeProvider messages={messages}>{children}</ScopeProvider>;
}
