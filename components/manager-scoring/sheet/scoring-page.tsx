import { useReader } from "@/components/reader/use-reader";
import { packRules } from "@/components/sheet/state/packed-rules";
import type { ScoringView, SheetView } from "@/lib/manager-scoring/types";
import { PersonNav } from "../team/person-nav";
import { TeamStrip } from "../team/team-strip";
import { ScoringSheet } from "./scoring-sheet";
import { WaitingView } from "./waiting-view";

interface ScoringPageProps {
  view: ScoringView;
  now: Date;
}

export function ScoringPage({ view, now }: ScoringPageProps) {
  const { team, ...own } = view;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <TeamStrip team={team} current={own.appraisalId} />
      <div className="grid min-w-0 gap-4">
        <PersonNav team={team} />
        {own.kind === "waiting" ? (
          <WaitingView view={own} now={now} />
        ) : (
          <Sheet view={own} now={now} />
        )}
      </div>
    </div>
  );
}

function Sheet({ view, now }: { view: Omit<SheetView, "team">; now: Date }) {
  const { framework, policy, ...rest } = view;
  const rules = packRules({ framework, policy }, useReader().locale);
  // Another person or another stage is another sheet: nothing typed may wander between them.
  return (
    <ScoringSheet key={`${view.appraisalId}:${view.state}`} view={rest} rules={rules} now={now} />
  );
}
