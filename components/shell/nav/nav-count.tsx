import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { NavItem } from "./nav-item";

const badge =
  "grid h-4.5 min-w-4.5 place-items-center rounded-full px-1 text-xs leading-none font-normal tabular";

interface NavCountProps {
  item: Pick<NavItem, "count" | "counts">;
  /** Where there is no room for names: they are read out all the same. */
  short?: boolean;
}

/** What waits for oneself and, apart from it, for each of those one stands in for. */
export function NavCount({ item: { count = 0, counts = [] }, short = false }: NavCountProps) {
  const text = useTranslations("common.words");
  return (
    <>
      {count === 0 ? null : (
        <span className={clsx(badge, "bg-indigo-soft text-indigo")}>{shown(count)}</span>
      )}
      {counts
        .filter((one) => one.count > 0)
        .map((one) => (
          <span key={one.name} className={clsx(badge, "grid-flow-col gap-1 bg-sunk text-ink-2")}>
            <span className={short ? "sr-only" : undefined}>
              {text("deputyFor", { name: one.name })}
            </span>
            {shown(one.count)}
          </span>
        ))}
    </>
  );
}

const shown = (count: number) => (count > 99 ? "99+" : count);
