import { useTranslations } from "next-intl";
import { PersonSuggestions } from "@/components/people/form/person-suggestions";
import { Card } from "@/components/ui/layout/card";
import type { SelectOption } from "@/components/ui/form/select";
import type { CycleView } from "@/lib/cycle/types";
import type { CycleChangeRow } from "@/lib/participation/types";
import type { PersonLink } from "@/lib/people/types";
import { ChangeDialog } from "./change-dialog";
import { ChangeList } from "./change-list";

interface ParticipationCardProps {
  cycle: Pick<CycleView, "id" | "version" | "windows" | "timeZone" | "closedAt">;
  changes: readonly CycleChangeRow[];
  departments: readonly SelectOption[];
  suggestions: readonly PersonLink[];
  now: Date;
}

/** Who is in, by hand: the ways to change it, and what was changed. */
export function ParticipationCard(props: ParticipationCardProps) {
  const { cycle, changes, departments, suggestions, now } = props;
  const text = useTranslations("participation");
  const { id, version, windows, timeZone } = cycle;
  const pinned = { id, version, windows, timeZone };
  return (
    <Card title={text("title")} note={text("note")}>
      {cycle.closedAt ? null : (
        <div className="mb-4 flex flex-wrap gap-3">
          {(["include", "exempt", "extend"] as const).map((kind) => (
            <ChangeDialog key={kind} kind={kind} cycle={pinned} {...{ departments, now }} />
          ))}
        </div>
      )}
      <ChangeList changes={changes} of="cycle" timeZone={timeZone} />
      <PersonSuggestions people={suggestions} />
    </Card>
  );
}
