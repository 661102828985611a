import { useReader } from "@/components/reader/use-reader";
import { packRules } from "@/components/sheet/state/packed-rules";
import type { SelfReviewView } from "@/lib/self-review/types";
import { OwnSheet } from "./own-sheet";

interface SelfReviewProps {
  view: SelfReviewView;
  now: Date;
}

/** One's own self-review: to write while it is one's turn, to read afterwards. */
export function SelfReview({ view, now }: SelfReviewProps) {
  const { framework, policy, ...rest } = view;
  const rules = packRules({ framework, policy }, useReader().locale);
  return <OwnSheet view={rest} rules={rules} now={now} />;
}
