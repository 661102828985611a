"use client";

import { renderExplanation, type ValueResult } from "@/lib/scoring";
import { useReader } from "@/components/reader/use-reader";

/** Why the score is what it is; said aloud when it changes. */
export function Explanation({ result }: { result: ValueResult }) {
  const { locale } = useReader();
  const [why, ...more] = renderExplanation(result.explanation, locale);
  return (
    <div className="border-s-3 border-jade ps-3 text-sm text-ink-2">
      <p role="status" className="text-ink">
        {why}
      </p>
      {more.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
