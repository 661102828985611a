import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

interface IconButtonProps extends Omit<ComponentProps<"button">, "className" | "aria-label"> {
  label: string;
  icon: ReactNode;
  bordered?: boolean;
}

export function IconButton({
  label,
  icon,
  bordered = false,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={clsx(
        "inline-grid size-8 touch place-items-center rounded-md border text-ink-2 hover:bg-sand hover:text-ink disabled:opacity-50",
        bordered ? "border-line bg-card" : "border-transparent",
      )}
    >
      {icon}
    </button>
  );
}
