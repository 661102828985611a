import clsx from "clsx";
import { useTranslations } from "next-intl";

interface TextCountProps {
  used: number;
  limit?: number | undefined;
  least?: number | undefined;
}

/** “124 / 200 字”; turns rust above the limit and says the minimum while the text is short of it. */
export function TextCount({ used, limit, least }: TextCountProps) {
  const text = useTranslations("common.form");
  const over = limit !== undefined && used > limit;
  const short = least !== undefined && used < least;
  const words = short
    ? text("charactersAtLeast", { used, least })
    : limit === undefined
      ? text("characters", { used })
      : text("charactersOf", { used, limit });
  return (
    <span
      className={clsx(
        "text-xs tabular",
        over ? "font-semibold text-rust" : short ? "text-amber" : "text-ink-2",
      )}
    >
      {words}
    </span>
  );
}
