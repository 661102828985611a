import type { ReactNode } from "react";
import format, {
  type CompiledMessage,
  type FormatOptions,
  type FormatValues,
} from "icu-minify/format";
import { spaced } from "./writing/spacing";

type Options = FormatOptions & { readonly locale: string };

/** What next-intl shows every text by (`resolveAlias` in next.config.js): the place where a text and its values meet. */
export default function formatMessage(
  _key: string,
  message: CompiledMessage,
  values: FormatValues<ReactNode> | undefined,
  { locale, ...options }: Options,
): ReactNode {
  const shown = format<ReactNode>(message, locale, values, options);
  if (Array.isArray(shown))
    return shown.map((part) => (typeof part === "string" ? spaced(part) : part));
  return typeof shown === "string" ? spaced(shown) : shown;
}
// As next-intl’s own: a text as it stands in its file cannot be asked for.
formatMessage.raw = false;
