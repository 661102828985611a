import { createElement } from "react";
import clsx from "clsx";
import type { IconNode } from "lucide";

interface IconProps {
  readonly of: IconNode;
  readonly className?: string;
  /** In units of the drawing's 24. */
  readonly strokeWidth?: number;
  /** Where it stands for words; without them it stands beside some and screen readers pass over it. */
  readonly label?: string;
}

export function Icon({ of, className, strokeWidth = 2, label }: IconProps) {
  const spoken =
    label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg
      {...spoken}
      className={clsx("lucide", className)}
      width={24}
      height={24}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {of.map(([shape, attributes], index) => createElement(shape, { key: index, ...attributes }))}
    </svg>
  );
}
