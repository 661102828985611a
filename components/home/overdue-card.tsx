import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import type { OverdueInterview } from "@/lib/interview/types";

/** Interviews that should have been held: for who holds them the way there, for those above what is recorded so far. */
export function OverdueCard({ overdue }: { overdue: readonly OverdueInterview[] }) {
  const text = useTranslations("home.overdue");
  if (overdue.length === 0) return null;
  return (
    <Card
      id="overdue-interviews"
      title={text("title", { count: overdue.length })}
      tone="amber"
      flush
    >
      <ul className="divide-y divide-line border-t border-line">
        {overdue.map(({ appraisalId, mine, name, manager, days, appointed }) => (
          <li key={appraisalId} className="relative px-4 py-3 hover:bg-sand/40 md:px-5">
            <Link
              href={mine ? `/interview/${appraisalId}` : `/appraisals/${appraisalId}/trail`}
              className="link after:absolute after:inset-0"
            >
              {text(mine ? "mine" : "of", { name, manager })}
            </Link>
            <p className="text-sm text-ink-2">{text(appointed ? "appointed" : "due", { days })}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
