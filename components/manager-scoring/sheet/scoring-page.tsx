import type { ReactNode } from "react";
import { useReader } from "@/components/reader/use-reader";
import { packRules } from "@/components/sheet/state/packed-rules";
import { EarlierDirections } from "@/components/sheet/values/earlier-directions";
import { TakenOver } from "@/components/hand-over/taken-over";
import type { ScoringView, SheetView } from "@/lib/manager-scoring/types";
import { PersonNav } from "../team/person-nav";
import { TeamStrip } from "../team/team-strip";
import { ScoringSheet } from "./scoring-sheet";
import { nextOf, type NextPerson } from "../team/next-person";
import { WaitingView } from "./waiting-view";

interface ScoringPageProps {
  view: ScoringView;
  now: Date;
  /** The value the address names, by its number. */
  position: number | null;
  /** The way to the person's earlier results. */
  results: ReactNode;
}

export function ScoringPage({ view, now, position, results }: ScoringPageProps) {
  const { team, takenOver, ...own } = view;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <TeamStrip team={team} current={own.appraisalId} />
      <div className="grid min-w-0 gap-4">
        <PersonNav team={team} />
        <EarlierDirections earlier={view.earlier} />
        {results}
        {takenOver === null ? null : <TakenOver taken={takenOver} framework={view.framework} />}
        {own.kind === "waiting" ? (
          <WaitingView view={own} now={now} />
        ) : (
          <Sheet view={own} now={now} position={position} next={nextOf(team)} />
        )}
      </div>
    </div>
  );
}

interface SheetProps {
  view: Omit<SheetView, "team" | "takenOver">;
  now: Date;
  position: number | null;
  next: NextPerson | null;
}

function Sheet({ view, ...more }: SheetProps) {
  const { framework, policy, ...rest } = view;
  const rules = packRules({ framework, policy }, useReader().locale);
  // Another person or another stage is another sheet: nothing typed may wander between them.
  return (
    <ScoringSheet key={`${view.appraisalId}:${view.state}`} view={rest} rules={rules} {...more} />
  );
}
