import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import { Notice } from "@/components/ui/feedback/notice";
import type { FrameworkDocument } from "@/lib/scoring";

interface Answered {
  readonly ok: boolean;
  readonly code?: string;
  readonly data?: unknown;
}

const none: readonly string[] = [];

/** The values a refused submission asks about. */
export function unchangedOf(answer: Answered | null): readonly string[] {
  if (answer?.code !== "unchanged") return none;
  const { data } = answer;
  if (typeof data !== "object" || data === null || !("values" in data)) return none;
  const { values } = data;
  return Array.isArray(values) ? values.filter((key) => typeof key === "string") : none;
}

interface UnchangedValuesProps {
  keys: readonly string[];
  framework: FrameworkDocument;
}

/** What came back and would go up again as it was: said before it does. */
export function UnchangedValues({ keys, framework }: UnchangedValuesProps) {
  const text = useTranslations("sheet.unchanged");
  const { text: pick } = useReader();
  if (keys.length === 0) return null;
  const names = framework.values
    .filter(({ key }) => keys.includes(key))
    .map(({ name }) => pick(name));
  return (
    <Notice tone="warn" live title={text("title", { count: names.length })}>
      <p>{text("body", { values: text("list", { names: names.join(text("comma")) }) })}</p>
    </Notice>
  );
}
