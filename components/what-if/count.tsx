import { useFormatter, useTranslations } from "next-intl";
import type { ShownCount } from "@/lib/small-groups/rules";

/** A count, or a dot where it is hidden. */
export function Count({ value, sign = "" }: { value: ShownCount; sign?: "" | "+" | "−" }) {
  const text = useTranslations("what-if");
  const format = useFormatter();
  if (value === null)
    return (
      <span>
        <span aria-hidden>·</span>
        <span className="sr-only">{text("hidden")}</span>
      </span>
    );
  if (value === 0) return <span className="text-ink-2 tabular">0</span>;
  return (
    <span className="tabular">
      {sign}
      {format.number(value)}
    </span>
  );
}
