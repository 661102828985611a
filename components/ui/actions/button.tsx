"use client";
import { LoaderCircle } from "lucide";
import { Icon } from "@/components/ui/marks/icon";
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";
import { type ButtonLook, buttonClass } from "./button-style";

export interface ButtonProps
  extends Omit<ComponentProps<"button">, "className" | "disabled">, Omit<ButtonLook, "disabled"> {
  pending?: boolean;
  /** Why the action is not possible now. Shown as text; the button stays reachable by keyboard. */
  disabledReason?: string | null | undefined;
  icon?: ReactNode;
}

export function Button({
  variant,
  size,
  block,
  pending = false,
  disabledReason,
  icon,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const blocked = Boolean(disabledReason);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // A blocked submit button must stop the form too, so the click ends here.
    if (blocked || pending) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      {...rest}
      type={type}
      className={buttonClass({ variant, size, block, disabled: blocked })}
      aria-disabled={blocked || pending || undefined}
      aria-busy={pending || undefined}
      aria-describedby={blocked ? reasonId : rest["aria-describedby"]}
      onClick={press}
    >
      {pending ? <Icon of={LoaderCircle} className="size-4 animate-spin" /> : icon}
      {children}
    </button>
  );
  if (!blocked) return button;
  return (
    <span
      className={
        block ? "flex flex-col gap-1" : "inline-flex flex-wrap items-center gap-x-3 gap-y-1"
      }
    >
      <span id={reasonId} className="text-sm text-ink-2">
        {disabledReason}
      </span>
      {button}
    </span>
  );
}
