import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import { departmentText } from "@/lib/departments/rules";
import type { LineRow } from "@/lib/reporting/types";
import { useDay } from "./use-day";

/** Whom somebody reported to and in which department, the present first. */
export function LineHistory({ lines }: { lines: readonly LineRow[] }) {
  const text = useTranslations("reporting.history");
  const locale = useLocale();
  const dayOf = useDay();
  const period = ({ since, until }: LineRow) => {
    if (until !== null)
      return text("fromTo", {
        since: since === null ? text("start") : dayOf(since),
        until: dayOf(until),
      });
    return since === null ? null : text("sinceNow", { since: dayOf(since) });
  };
  return (
    <Card title={text("title")}>
      <ul className="grid gap-2">
        {lines
          // What was changed again on the same day never held for one.
          .filter(({ since, until }) => since === null || since !== until)
          .map((line) => (
            <li key={line.sequence}>
              {text("row", {
                department: departmentText(line.department, locale),
                manager: line.managerName ?? text("top"),
              })}
              <p className="text-sm text-ink-2 tabular">{period(line)}</p>
            </li>
          ))}
      </ul>
    </Card>
  );
}
