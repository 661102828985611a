import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { packRules } from "@/components/sheet/state/packed-rules";
import { EarlierDirections } from "@/components/sheet/values/earlier-directions";
import type { SelfReviewView } from "@/lib/self-review/types";
import { OwnSheet } from "./own-sheet";

interface SelfReviewProps {
  view: SelfReviewView;
  now: Date;
  /** The value the address names, by its number. */
  position: number | null;
}

/** One's own self-review: to write while it is one's turn, to read afterwards. */
export function SelfReview({ view, now, position }: SelfReviewProps) {
  const { framework, policy, ...rest } = view;
  const { locale, moment } = useReader();
  const rules = packRules({ framework, policy }, locale);
  const text = useTranslations("hand-over");
  const { takenOver, managerName } = view;
  return (
    <>
      {takenOver === null || managerName === null ? null : (
        <p className="mb-3 text-sm text-ink-2">
          {text("responsible", {
            ...{ from: takenOver.from, to: managerName },
            when: moment(takenOver.at),
          })}
        </p>
      )}
      <EarlierDirections earlier={view.earlier} />
      <OwnSheet view={rest} rules={rules} now={now} position={position} />
    </>
  );
}
