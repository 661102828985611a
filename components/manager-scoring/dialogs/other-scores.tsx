import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import type { SheetEditor } from "@/components/sheet/state/use-sheet";
import { Notice } from "@/components/ui/feedback/notice";
import { formatScore } from "@/lib/scoring/format";

interface Answered {
  readonly ok: boolean;
  readonly code?: string;
  readonly data?: unknown;
}

interface Text {
  readonly value: string;
  readonly halfPoints: number;
}

const none: readonly Text[] = [];

/** The texts a refused submission asks about. */
export function otherScoresOf(answer: Answered | null): readonly Text[] {
  if (answer?.code !== "other_score") return none;
  const { data } = answer;
  if (typeof data !== "object" || data === null || !("texts" in data)) return none;
  return Array.isArray(data.texts) ? data.texts.filter(isText) : none;
}

function isText(found: unknown): found is Text {
  return (
    typeof found === "object" &&
    found !== null &&
    "value" in found &&
    typeof found.value === "string" &&
    "halfPoints" in found &&
    typeof found.halfPoints === "number"
  );
}

interface OtherScoresProps {
  texts: readonly Text[];
  editor: Pick<SheetEditor, "framework" | "result">;
}

/** Justifications typed at another score: nobody reads them before they were looked at again. */
export function OtherScores({ texts, editor: { framework, result } }: OtherScoresProps) {
  const text = useTranslations("manager-scoring.submit.otherScore");
  const { text: pick } = useReader();
  if (texts.length === 0) return null;
  return (
    <Notice tone="warn" live title={text("title", { count: texts.length })}>
      <ul className="list-disc ps-5">
        {texts.map(({ value, halfPoints }) => {
          const name = framework.values.find(({ key }) => key === value)?.name;
          const now = result.values.find(({ key }) => key === value)?.score ?? null;
          return name === undefined || now === null ? null : (
            <li key={value}>
              {text("line", {
                value: pick(name),
                before: formatScore(halfPoints),
                now: formatScore(now),
              })}
            </li>
          );
        })}
      </ul>
      <p>{text("body")}</p>
    </Notice>
  );
}
