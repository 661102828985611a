"use client";
import Link from "next/link";
import * as RadixMenu from "radix-ui/dropdown-menu";
import type { ReactElement, ReactNode } from "react";

interface MenuProps {
  /** One button; it opens the menu. */
  trigger: ReactElement;
  align?: "start" | "end";
  children: ReactNode;
}

export const menuItemClass =
  "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 text-sm outline-none select-none max-md:min-h-11 data-disabled:cursor-not-allowed data-disabled:text-ink-3 data-highlighted:bg-sand";

export function Menu({ trigger, align = "end", children }: MenuProps) {
  return (
    <RadixMenu.Root modal={false}>
      <RadixMenu.Trigger asChild>{trigger}</RadixMenu.Trigger>
      <RadixMenu.Portal>
        <RadixMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 min-w-44 rounded-lg border border-line bg-card p-1.5 shadow-dialog"
        >
          {children}
        </RadixMenu.Content>
      </RadixMenu.Portal>
    </RadixMenu.Root>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem({
  onSelect,
  icon,
  danger = false,
  disabled = false,
  children,
}: MenuItemProps) {
  return (
    <RadixMenu.Item
      onSelect={onSelect}
      disabled={disabled}
      className={danger ? `${menuItemClass} text-rust` : menuItemClass}
    >
      {icon}
      {children}
    </RadixMenu.Item>
  );
}

interface MenuLinkProps {
  href: string;
  icon?: ReactNode;
  current?: boolean;
  className?: string;
  children: ReactNode;
}

export function MenuLink({ href, icon, current = false, className = "", children }: MenuLinkProps) {
  return (
    <RadixMenu.Item asChild>
      <Link
        href={href}
        aria-current={current ? "page" : undefined}
        className={`${menuItemClass} ${current ? "font-semibold text-jade" : ""} ${className}`}
      >
        {icon}
        {children}
      </Link>
    </RadixMenu.Item>
  );
}

interface MenuChoicesProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

export function MenuChoices<Value extends string>({
  label,
  value,
  options,
  onChange,
}: MenuChoicesProps<Value>) {
  return (
    <RadixMenu.RadioGroup value={value} aria-label={label}>
      <RadixMenu.Label className="px-2.5 pt-1.5 text-xs text-ink-2">{label}</RadixMenu.Label>
      {options.map((option) => (
        <RadixMenu.RadioItem
          key={option.value}
          value={option.value}
          className={`${menuItemClass} justify-between`}
          onSelect={(event) => {
            event.preventDefault();
            onChange(option.value);
          }}
        >
          {option.label}
          <RadixMenu.ItemIndicator className="text-jade">✓</RadixMenu.ItemIndicator>
        </RadixMenu.RadioItem>
      ))}
    </RadixMenu.RadioGroup>
  );
}

export function MenuSeparator() {
  return <RadixMenu.Separator className="my-1.5 border-t border-line" />;
}
