"use client";

import { useTranslations } from "next-intl";
import { ConsequenceList } from "@/components/dossier/sums/consequence-list";
import { useReader } from "@/components/reader/use-reader";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { Notice } from "@/components/ui/feedback/notice";
import { formatScore } from "@/lib/scoring/format";
import { sumsOf } from "@/lib/sheet/rules";
import type { OpenValues } from "./use-open-values";

interface SanctionNoticeProps {
  editor: SheetEditor;
  panels: OpenValues;
}

/** What the scores lead to as they stand, and which values it rests on: seen before the sheet is handed in. */
export function SanctionNotice({ editor, panels }: SanctionNoticeProps) {
  const text = useTranslations("manager-scoring.sanction");
  const reader = useReader();
  const { result, framework } = editor;
  const { consequences, grounds } = sumsOf(editor, result);
  if (consequences.length === 0 && grounds.length === 0) return null;
  const entries = grounds.flatMap(({ value: key }) => {
    const definition = framework.values.find((value) => value.key === key);
    const scored = result.values.find((value) => value.key === key);
    if (definition === undefined || scored?.score == null) return [];
    const { missing } = scored.justification;
    return [{ key, name: reader.text(definition.name), score: formatScore(scored.score), missing }];
  });
  return (
    <Notice tone="warn">
      <div className="grid gap-2">
        {consequences.length === 0 ? null : (
          <>
            <p>{text("leads")}</p>
            <ConsequenceList consequences={consequences} />
          </>
        )}
        {entries.length === 0 ? null : (
          <>
            <p>{text(consequences.length === 0 ? "groundsAlone" : "grounds")}</p>
            <ul className="list-disc ps-5">
              {entries.map(({ key, name, score, missing }) => (
                <li key={key}>
                  <button
                    type="button"
                    className="min-h-7 text-start link underline max-md:min-h-11"
                    onClick={() => panels.lead({ code: "sanction-facts-required", value: key })}
                  >
                    {text(missing ? "toWrite" : "written", { name, score })}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Notice>
  );
}
