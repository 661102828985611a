import clsx from "clsx";

type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
type ButtonSize = "md" | "sm";

export interface ButtonLook {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  block?: boolean | undefined;
  disabled?: boolean | undefined;
}

const looks: Readonly<Record<ButtonVariant, string>> = {
  primary:
    "border-jade bg-jade font-semibold text-on-tone hover:border-jade-strong hover:bg-jade-strong",
  secondary: "border-line bg-card text-ink hover:border-edge",
  quiet: "border-transparent bg-transparent text-ink-2 hover:bg-sand hover:text-ink",
  danger: "border-rust bg-card font-semibold text-rust hover:bg-rust-soft",
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  md: "min-h-9.5 px-4 text-base",
  sm: "min-h-8 px-3 text-sm",
};

export function buttonClass({
  variant = "secondary",
  size = "md",
  block = false,
  disabled = false,
}: ButtonLook): string {
  return clsx(
    "no-print touch inline-flex items-center justify-center gap-2 rounded-md border transition-colors max-md:break-keep md:whitespace-nowrap",
    sizes[size],
    block && "w-full",
    disabled ? "cursor-not-allowed border-line bg-sand text-ink-2" : looks[variant],
  );
}
