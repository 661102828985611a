interface AvatarProps {
  name: string;
  size?: "sm" | "md";
}

/** The first character of the name; the name itself always stands beside it, so it is not read twice. */
export function Avatar({ name, size = "md" }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={`${size === "md" ? "size-8 text-sm" : "size-6.5 text-xs"} inline-grid shrink-0 place-items-center rounded-full bg-indigo-soft font-semibold text-indigo`}
    >
      {Array.from(name.trim())[0] ?? ""}
    </span>
  );
}
