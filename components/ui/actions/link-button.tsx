import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-style";

interface LinkButtonProps
  extends Omit<ComponentProps<typeof Link>, "className">, Omit<ButtonLook, "disabled"> {
  icon?: ReactNode;
}

export function LinkButton({ variant, size, block, icon, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClass({ variant, size, block })}>
      {icon}
      {children}
    </Link>
  );
}
