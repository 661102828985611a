import type { ReactNode } from "react";

export interface NavItem {
  href: string;
  /** Already translated. */
  label: string;
  /** Under the icon on a phone, where the label is long. */
  shortLabel?: string;
  icon?: ReactNode;
  /** Things waiting there. */
  count?: number;
}

/** The item whose address covers the page best: “/” only itself, the others all below them too. */
export function currentHref(
  pathname: string,
  items: readonly Pick<NavItem, "href">[],
): string | null {
  const covering = items
    .map(({ href }) => href)
    .filter((href) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length);
  return covering[0] ?? null;
}
