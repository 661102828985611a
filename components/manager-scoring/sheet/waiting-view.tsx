import { useTranslations } from "next-intl";
import { Deadline } from "@/components/ui/feedback/deadline";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import type { ScoringHead } from "@/lib/manager-scoring/types";
import { PersonHead } from "../person-head";
import { NoteHistory } from "./sheet-notes";

interface WaitingViewProps {
  view: Omit<ScoringHead, "team" | "takenOver">;
  now: Date;
}

/** Before the self-review is handed in there is nothing to judge, and nothing of it is shown. */
export function WaitingView({ view, now }: WaitingViewProps) {
  const text = useTranslations("manager-scoring.waiting");
  const { name } = view.person;
  const returned = view.returnedFrom !== null;
  return (
    <>
      <PersonHead view={view} now={now} />
      <EmptyState
        title={returned ? text("returnedTitle", { name }) : text("title")}
        action={
          view.deadline === null ? null : (
            <span className="inline-flex flex-wrap items-center gap-2 text-sm text-ink-2">
              {text("due")}
              <Deadline due={view.deadline} now={now} />
            </span>
          )
        }
      >
        {returned ? text("returnedBody") : text("body", { name })}
      </EmptyState>
      <NoteHistory notes={view.notes} framework={view.framework} open />
    </>
  );
}
