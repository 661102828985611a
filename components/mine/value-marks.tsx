import { useReader } from "@/components/reader/use-reader";
import { Score } from "@/components/ui/marks/score";
import { pick } from "@/lib/i18n/pick";
import type { OwnResult } from "@/lib/result/types";

/** Every value of one appraisal with its mark. */
export function ValueMarks({ values }: { values: OwnResult["values"] }) {
  const { locale } = useReader();
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,8rem),1fr))] gap-x-6 gap-y-2 lg:grid-cols-6">
      {values.map(({ key, name, score, rungs }) => (
        <li key={key} className="grid content-end gap-1">
          <span className="text-xs text-ink-2">{pick(name, locale)}</span>
          <Score halfPoints={score} max={rungs} />
        </li>
      ))}
    </ul>
  );
}
