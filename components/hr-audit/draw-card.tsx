import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Card } from "@/components/ui/layout/card";
import { Chip } from "@/components/ui/marks/chip";
import type { WaitingTeam } from "@/lib/sample/types";

/** Sheets with which HR has nothing to do until it is known what of them is drawn. */
export function DrawCard({ teams }: { teams: readonly WaitingTeam[] }) {
  const text = useTranslations("hr-audit.draw");
  const { moment } = useReader();
  if (teams.length === 0) return null;
  const sheets = teams.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <Card
      title={
        <>
          {text("title")} <span className="font-normal text-ink-2 tabular">{sheets}</span>
        </>
      }
      note={text("note")}
    >
      <ul aria-label={text("caption")}>
        {teams.map(({ managerId, managerName, cycleId, cycle, waiting, latest }) => (
          <li
            key={`${cycleId} ${managerId}`}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-2 first:border-t-0 first:pt-0"
          >
            <span className="font-semibold">{text("team", { name: managerName })}</span>
            <Chip>{text("waiting", { count: waiting })}</Chip>
            <span className="w-full text-sm text-ink-2 tabular">
              {text("latest", { ...cycle, moment: moment(latest) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
