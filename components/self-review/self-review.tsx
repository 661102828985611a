"use client";

import type { SelfReviewView } from "@/lib/self-review/types";
import { SelfReviewEditor } from "./self-review-editor";
import { SelfReviewRecord } from "./self-review-record";
import { SelfSteps } from "./self-steps";

interface SelfReviewProps {
  view: SelfReviewView;
  now: Date;
}

/** One's own self-review: to write while it is one's turn, to read afterwards. */
export function SelfReview({ view, now }: SelfReviewProps) {
  // A return opens a new round of writing on the version it left behind.
  return (
    <>
      <SelfSteps view={view} now={now} />
      {view.locked === null ? (
        <SelfReviewEditor key={view.submittedAt?.getTime() ?? 0} view={view} now={now} />
      ) : (
        <SelfReviewRecord view={view} />
      )}
    </>
  );
}
