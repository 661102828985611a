import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { LinkButton } from "@/components/ui/actions/link-button";
import { ProgressStack } from "@/components/ui/data/progress-stack";
import { Card } from "@/components/ui/layout/card";
import { departmentText } from "@/lib/departments/rules";
import type { AuditFilter } from "@/lib/hr-audit/schema";
import type { Quarter } from "@/lib/i18n/zone";
import { departmentParts, type ProgressPage } from "@/lib/hr-audit/types";
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
  const { locale } = useReader();
  return (
    <Card
      title={quarter === null ? text("title") : text("titleOf", { ...quarter })}
      note={text("note")}
    >
      {page.units.length === 0 ? (
        <p className="text-ink-2">{text("empty")}</p>
      ) : (
        <ProgressStack
          caption={text("caption")}
          parts={departmentParts.map((id) => ({ id, label: text(`parts.${id}`) }))}
          rows={page.units.map((unit) => ({
            id: unit.id,
            label: departmentText(unit, locale),
            note: unit.people === null ? text("few") : text("people", { count: unit.people }),
            total: unit.people ?? 0,
            values: departmentParts.map((part) => unit.counts[part]),
          }))}
        />
      )}
      {page.next === null ? null : (
        <LinkButton size="sm" href={auditHref({ cycle: filter.cycle, units: page.next })}>
          {text("more")}
        </LinkButton>
      )}
    </Card>
  );
}
