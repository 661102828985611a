import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";

interface Span {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** Why nothing can be decided now, in words; null while the window is open. The server decides again. */
export function useWindowReason(now: Date): (span: Span) => string | null {
  const text = useTranslations("second-level.locked");
  const { moment } = useReader();
  return ({ opensAt, closesAt }) => {
    if (opensAt !== null && now < opensAt) return text("before", { when: moment(opensAt) });
    if (closesAt !== null && now >= closesAt) return text("after", { when: moment(closesAt) });
    return null;
  };
}
