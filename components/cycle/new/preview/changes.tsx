"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import type { OpeningPreview } from "@/lib/cycle/types";
import { previewDifferences, type Counted } from "./differences";

/** Why opening was refused: the numbers of both sides, where they differ. */
export function PreviewChanges({ before, now }: { before: OpeningPreview; now: OpeningPreview }) {
  const text = useTranslations("cycle");
  const { locale } = useReader();
  const differences = previewDifferences(before, now);
  const nameOf = (counted: Counted) => {
    if ("division" in counted) return counted.division[locale];
    if ("reason" in counted) return text(`reasons.${counted.reason}`);
    return text(`preview.figures.${counted.figure}`);
  };
  return (
    <Notice tone="warn" title={text("preview.differs")}>
      {differences.length === 0 ? (
        text("preview.sameNumbers")
      ) : (
        <ul className="list-disc ps-5 tabular">
          {differences.map((difference, index) => (
            <li key={index}>
              {text("preview.difference", {
                ...{ what: nameOf(difference), from: difference.from, to: difference.to },
              })}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
