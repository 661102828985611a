"use client";
import clsx from "clsx";
import { ChevronDown } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Menu, MenuLink } from "@/components/ui/overlay/menu";
import { NavCount } from "./nav-count";
import { currentHref, type NavItem } from "./nav-item";

/** How many items stand in the row by the width of the window; the others wait under “more”. */
const fits = { md: 3, lg: 5, xl: 7 } as const;

function inRow(index: number): string {
  if (index < fits.md) return "";
  if (index < fits.lg) return "max-lg:hidden";
  return index < fits.xl ? "max-xl:hidden" : "hidden";
}

function underMore(index: number): string {
  if (index < fits.lg) return "lg:hidden";
  return index < fits.xl ? "xl:hidden" : "";
}

const entry =
  "relative flex h-14 items-center gap-1.5 whitespace-nowrap -outline-offset-4 after:absolute after:inset-x-0 after:-bottom-px after:h-0.5";

export function HeaderNav({ items }: { items: readonly NavItem[] }) {
  const text = useTranslations("shell");
  const current = currentHref(usePathname(), items);
  const look = (active: boolean) =>
    clsx(entry, active ? "font-semibold text-ink after:bg-jade" : "text-ink-2 hover:text-ink");
  return (
    <nav aria-label={text("nav")} className="flex gap-5 max-md:hidden">
      {items.map(({ href, label, ...item }, index) => (
        <Link
          key={href}
          href={href}
          aria-current={href === current ? "page" : undefined}
          className={clsx(look(href === current), inRow(index))}
        >
          {label}
          <NavCount item={item} />
        </Link>
      ))}
      {items.length > fits.md ? (
        <div className={underMore(items.length - 1)}>
          <Menu
            align="start"
            trigger={
              <button
                type="button"
                className={look(items.findIndex(({ href }) => href === current) >= fits.xl)}
              >
                {text("more")}
                <Icon of={ChevronDown} className="size-4" />
              </button>
            }
          >
            {items.slice(fits.md).map(({ href, label, icon, ...item }, index) => (
              <MenuLink
                key={href}
                href={href}
                icon={icon}
                current={href === current}
                className={underMore(index + fits.md)}
              >
                {label}
                <NavCount item={item} />
              </MenuLink>
            ))}
          </Menu>
        </div>
      ) : null}
    </nav>
  );
}
