"use client";
import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import {
  cloneElement,
  type ComponentProps,
  type CSSProperties,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useState,
} from "react";
import { focusFirst, moveInMenu } from "./menu-keys";
import { type Align, inSight, placeBeside } from "./place-beside";
import { useHydrated } from "./use-hydrated";
import { useMoves } from "./use-moves";

interface MenuProps {
  /** One button; it opens the menu. */
  trigger: ReactElement<ComponentProps<"button">>;
  align?: Align;
  /** What is chosen here, for eyes; to listeners the button says it. */
  title?: string;
  children: ReactNode;
}

const itemClass =
  "flex min-h-9 w-full items-center gap-2.5 rounded-sm px-2.5 text-start text-sm -outline-offset-2 select-none hover:bg-sand focus:bg-sand max-md:min-h-11";

function windowSize() {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return { width, height };
}

/**
 * On the browser's own popover, which lies above everything, closes on Escape and on a press outside and gives the focus
 * back: a library for it would weigh more than all the rest of the shell.
 */
export function Menu({ trigger, align = "end", title, children }: MenuProps) {
  const id = useId();
  const hydrated = useHydrated();
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const pathname = usePathname();
  useEffect(() => document.getElementById(id)?.hidePopover(), [id, pathname]);

  const open = () => {
    const button = document.getElementById(`${id}button`)?.getBoundingClientRect();
    if (button) setPlace({ ...placeBeside(button, windowSize(), align) });
  };
  useMoves(place !== null, `${id}button`, () => {
    const menu = document.getElementById(id);
    const button = document.getElementById(`${id}button`)?.getBoundingClientRect();
    // Closed already, while the event that says so is still on its way.
    if (!button || !menu?.matches(":popover-open")) return;
    if (inSight(button, windowSize())) open();
    else menu.hidePopover();
  });
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    // Back on its button first: from there the browser goes on to what comes next.
    if (event.key === "Tab") event.currentTarget.hidePopover();
    else if (moveInMenu(event.currentTarget, event.key)) event.preventDefault();
  };
  return (
    <>
      {cloneElement(trigger, {
        id: `${id}button`,
        // Not before React can place the menu and fill it: the browser would open an empty box.
        popoverTarget: hydrated ? id : undefined,
        "aria-haspopup": "menu",
        "aria-expanded": place !== null,
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          document.getElementById(id)?.showPopover();
        },
      })}
      <div
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-labelledby={`${id}button`}
        style={place ?? undefined}
        className="min-w-44 overflow-y-auto rounded-lg border border-line bg-card p-1.5 text-start font-normal text-ink shadow-dialog"
        onBeforeToggle={({ newState }) => {
          if (newState === "open") open();
        }}
        onToggle={({ newState, currentTarget }) => {
          if (newState === "open") focusFirst(currentTarget);
          // Not sooner: the browser gives the focus back only from an item that is still there.
          else setPlace(null);
        }}
        onKeyDown={press}
        onClick={({ target, currentTarget }) => {
          const chosen = target instanceof Element ? target.closest("[role=menuitem]") : null;
          if (chosen !== null) currentTarget.hidePopover();
        }}
      >
        {place === null ? null : (
          <>
            {title === undefined ? null : (
              <p role="presentation" aria-hidden className="px-2.5 pt-1 pb-1.5 text-xs text-ink-2">
                {title}
              </p>
            )}
            {children}
          </>
        )}
      </div>
    </>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  icon?: ReactNode;
  children: ReactNode;
}

export function MenuItem({ onSelect, icon, children }: MenuItemProps) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={itemClass} onClick={onSelect}>
      {icon}
      {children}
    </button>
  );
}

interface MenuLinkProps {
  href: string;
  icon?: ReactNode;
  current?: boolean;
  className?: string;
  children: ReactNode;
}

export function MenuLink({ href, icon, current = false, className, children }: MenuLinkProps) {
  return (
    <Link
      href={href}
      role="menuitem"
      tabIndex={-1}
      aria-current={current ? "page" : undefined}
      className={clsx(itemClass, current && "font-semibold text-jade", className)}
    >
      {icon}
      {children}
    </Link>
  );
}

interface MenuChoicesProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** The menu stays open, so that the choice is seen to be taken. */
export function MenuChoices<Value extends string>({
  label,
  value,
  options,
  onChange,
}: MenuChoicesProps<Value>) {
  return (
    <div role="group" aria-label={label}>
      <div aria-hidden className="px-2.5 pt-1.5 text-xs text-ink-2">
        {label}
      </div>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          aria-checked={option.value === value}
          tabIndex={-1}
          className={clsx(itemClass, "justify-between")}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.value === value ? (
            <span aria-hidden className="text-jade">
              ✓
            </span>
          ) : null}
        </button>
      ))}
    </div>
  );
}

export function MenuSeparator() {
  return <div role="separator" className="my-1.5 border-t border-line" />;
}
