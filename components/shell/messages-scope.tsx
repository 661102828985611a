import type { ReactNode } from "react";
import { useReader } from "@/components/reader/use-reader";
import { packMessages } from "@/lib/i18n/messages";
import { ScopeProvider } from "./scope-provider";

interface MessagesScopeProps {
  /** Namespaces the client components below need, beside refusals; those of the scopes around stay. */
  namespaces: readonly string[];
  children: ReactNode;
}

/** Sends the browser just the texts a page's client components use. */
export function MessagesScope({ namespaces, children }: MessagesScopeProps) {
  const messages = packMessages(useReader().locale, [...namespaces, "errors"]);
  return <ScopeProvider messages={messages}>{children}</ScopeProvider>;
}
