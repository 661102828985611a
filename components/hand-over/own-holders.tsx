import { useLocale, useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { useDay } from "@/components/reporting/use-day";
import { Card } from "@/components/ui/layout/card";
import { departmentText } from "@/lib/departments/rules";
import type { OwnHolders as Own } from "@/lib/hand-over/types";
import type { OwnPlan } from "@/lib/reporting/types";

interface OwnHoldersProps {
  own: Own;
  plans: readonly OwnPlan[];
}

/** For the employee: who is responsible for their sheet from when, what changed, and what is to change where HR shows it. */
export function OwnHolders({ own: { holders, changes }, plans }: OwnHoldersProps) {
  const text = useTranslations("hand-over.own");
  const posts = useTranslations("hand-over.posts");
  const list = useTranslations("reporting.list");
  const history = useTranslations("reporting.history");
  const words = useTranslations("common.words");
  const { moment } = useReader();
  const locale = useLocale();
  const dayOf = useDay();
  const changesOf = ({ department, manager }: OwnPlan) =>
    [
      department && list("department", { department: departmentText(department, locale) }),
      manager && list("manager", { manager: manager.name ?? history("top") }),
    ]
      .filter((change) => change !== null)
      .join(words("separator"));
  return (
    <Card title={text("title")}>
      <ul className="grid gap-1">
        {holders.map(({ post, name, since }) => (
          <li key={post}>
            {text("holder", { post: posts(post), name })}{" "}
            <span className="text-sm text-ink-2 tabular">
              {since === null ? text("start") : text("since", { when: moment(since) })}
            </span>
          </li>
        ))}
        {plans.map((plan) => (
          <li key={plan.id}>
            {text("planned", { day: dayOf(plan.day), changes: changesOf(plan) })}
          </li>
        ))}
      </ul>
      {changes.length === 0 ? null : (
        <details className="no-print mt-2">
          <summary className="inline-flex touch cursor-pointer items-center text-sm link">
            {text("changes", { count: changes.length })}
          </summary>
          <ul className="grid gap-1 text-sm text-ink-2">
            {changes.map(({ id, post, from, to, at }) => (
              <li key={id}>
                {text("change", {
                  ...{ when: moment(at), post: posts(post) },
                  ...{ from: from ?? text("office"), to: to ?? text("office") },
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
