import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/actions/link-button";
import type { DeputyRoom } from "@/lib/delegation/types";
import type { Waiting } from "@/lib/visit/types";

/** In a room where the reader stands in for others: what waits in whose name, and why nothing does. */
export function DeputyNotice({ waiting, room }: { waiting: readonly Waiting[]; room: DeputyRoom }) {
  const text = useTranslations("delegation.notice");
  const here = waiting.filter((one) => one.room === room && one.forName !== null);
  if (here.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-lg bg-sunk px-4 py-3">
      <ul className="grid gap-1">
        {here.map(({ forName, count }) => (
          <li key={forName}>
            {count === 0
              ? text("nothing", { name: forName ?? "" })
              : text("waiting", { name: forName ?? "", count })}
          </li>
        ))}
      </ul>
      <LinkButton size="sm" variant="quiet" href="/delegation">
        {text("open")}
      </LinkButton>
    </div>
  );
}
