"use client";

import { useWithRules, type PackedRules } from "@/components/sheet/state/packed-rules";
import type { Rules } from "@/lib/scoring";
import type { SelfReviewView } from "@/lib/self-review/types";
import { SelfReviewEditor } from "./self-review-editor";
import { SelfReviewRecord } from "./self-review-record";
import { SelfSteps } from "./self-steps";

interface OwnSheetProps {
  view: Omit<SelfReviewView, keyof Rules>;
  rules: PackedRules;
  now: Date;
  position: number | null;
}

export function OwnSheet({ view: given, rules, now, position }: OwnSheetProps) {
  const view = useWithRules(given, rules);
  // A return opens a new round of writing on the version it left behind.
  return (
    <>
      <SelfSteps view={view} now={now} />
      {view.locked === null ? (
        <SelfReviewEditor
          key={view.submittedAt?.getTime() ?? 0}
          view={view}
          now={now}
          position={position}
        />
      ) : (
        <SelfReviewRecord view={view} />
      )}
    </>
  );
}
