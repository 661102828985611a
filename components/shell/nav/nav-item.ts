import type { ReactNode } from "react";

export interface NavItem {
  href: string;
  /** Other addresses of the same room. */
  also?: readonly string[];
  /** Already translated. */
  label: string;
  /** Under the icon on a phone, where the label is long. */
  shortLabel?: string;
  /** Drawn on the server: ten drawings in every page's script would weigh more than those a person is sent. */
  icon: ReactNode;
  /** Things waiting there. */
  count?: number;
  /** Of somebody away: by their name. */
  counts?: readonly { readonly name: string; readonly count: number }[];
}

/** The item one of whose addresses covers the page best: “/” only itself, the others all below them too. */
export function currentHref(
  pathname: string,
  items: readonly Pick<NavItem, "href" | "also">[],
): string | null {
  const covers = (address: string) =>
    pathname === address || (address !== "/" && pathname.startsWith(`${address}/`));
  const covering = items
    .filter(({ href, also = [] }) => [href, ...also].some(covers))
    .sort((a, b) => b.href.length - a.href.length);
  return covering[0]?.href ?? null;
}
