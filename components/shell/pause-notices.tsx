import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import type { PausedQuarter } from "@/lib/visit/types";

/** Above every page while a cycle is paused: since when, and why. */
export function PauseNotices({ pauses }: { pauses: readonly PausedQuarter[] }) {
  const text = useTranslations("shell.paused");
  const { moment } = useReader();
  return pauses.map(({ year, quarter, since, reason }) => (
    <Notice
      key={`${year}-${quarter}`}
      tone="warn"
      title={text("title", { year: String(year), quarter: String(quarter), when: moment(since) })}
    >
      {text("body", { reason })}
    </Notice>
  ));
}
