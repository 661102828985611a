import type { ScoringView } from "@/lib/manager-scoring/types";
import { PersonNav } from "../team/person-nav";
import { TeamStrip } from "../team/team-strip";
import { ScoringSheet } from "./scoring-sheet";
import { WaitingView } from "./waiting-view";

interface ScoringPageProps {
  view: ScoringView;
  now: Date;
}

export function ScoringPage({ view, now }: ScoringPageProps) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <TeamStrip team={view.team} current={view.appraisalId} />
      <div className="grid min-w-0 gap-4">
        <PersonNav team={view.team} />
        {view.kind === "waiting" ? (
          <WaitingView view={view} now={now} />
        ) : (
          // Another person or another stage is another sheet: nothing typed may wander between them.
          <ScoringSheet key={`${view.appraisalId}:${view.state}`} view={view} now={now} />
        )}
      </div>
    </div>
  );
}
