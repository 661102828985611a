import { useTranslations } from "next-intl";
import { UnitStack } from "@/components/cycle/unit-stack";
import { LinkButton } from "@/components/ui/actions/link-button";
import { Card } from "@/components/ui/layout/card";
import type { AuditFilter } from "@/lib/hr-audit/schema";
import type { Quarter } from "@/lib/i18n/zone";
import type { ProgressPage } from "@/lib/hr-audit/types";
import { auditHref } from "./href";

interface ProgressCardProps {
  page: ProgressPage;
  /** Whose counts; null: none is open. */
  quarter: Quarter | null;
  filter: AuditFilter;
}

/** How far every department is in one quarter; counts only. */
export function ProgressCard({ page, quarter, filter }: ProgressCardProps) {
  const text = useTranslations("hr-audit.progress");
  return (
    <Card
      title={quarter === null ? text("title") : text("titleOf", { ...quarter })}
      note={text("note")}
    >
      {page.units.length === 0 ? (
        <p className="text-ink-2">{text("empty")}</p>
      ) : (
        <UnitStack units={page.units} />
      )}
      {page.small > 0 ? (
        <p className="mt-3 text-sm text-ink-2">{text("small", { count: page.small })}</p>
      ) : null}
      {page.next === null ? null : (
        <LinkButton size="sm" href={auditHref({ cycle: filter.cycle, units: page.next })}>
          {text("more")}
        </LinkButton>
      )}
    </Card>
  );
}
