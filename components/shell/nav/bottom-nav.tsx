"use client";
import clsx from "clsx";
import { Ellipsis } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Menu, MenuLink } from "@/components/ui/overlay/menu";
import { NavCount } from "./nav-count";
import { currentHref, type NavItem } from "./nav-item";

const places = 4;

const entry =
  "relative flex h-14 w-full flex-col items-center justify-center gap-0.5 text-xs -outline-offset-4";

export function BottomNav({ items }: { items: readonly NavItem[] }) {
  const text = useTranslations("shell");
  const current = currentHref(usePathname(), items);
  const rest = items.slice(places);
  const look = (active: boolean) => clsx(entry, active ? "font-semibold text-jade" : "text-ink-2");
  return (
    <nav
      aria-label={text("nav")}
      className="bottom-nav fixed inset-x-0 bottom-0 z-10 flex border-t border-line bg-card pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {items.slice(0, places).map(({ href, label, shortLabel, icon, ...item }) => (
        <Link
          key={href}
          href={href}
          aria-current={href === current ? "page" : undefined}
          className={look(href === current)}
        >
          {icon}
          {shortLabel ?? label}
          <span className="absolute start-1/2 top-1 ms-2 flex">
            <NavCount item={item} short />
          </span>
        </Link>
      ))}
      {rest.length > 0 ? (
        <Menu
          trigger={
            <button type="button" className={look(rest.some(({ href }) => href === current))}>
              <Icon of={Ellipsis} className="size-5" />
              {text("more")}
            </button>
          }
        >
          {rest.map(({ href, label, icon, ...item }) => (
            <MenuLink key={href} href={href} icon={icon} current={href === current}>
              {label}
              <NavCount item={item} />
            </MenuLink>
          ))}
        </Menu>
      ) : null}
    </nav>
  );
}
