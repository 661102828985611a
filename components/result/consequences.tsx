import { useTranslations } from "next-intl";
import { ConsequenceList } from "@/components/dossier/sums/consequence-list";
import { Card } from "@/components/ui/layout/card";
import type { Result } from "@/lib/result/types";

/** What the rules propose and which rule asked for it; nothing here happens by itself. */
export function Consequences({ result }: { result: Result }) {
  const text = useTranslations("result.consequences");
  const consequences = result.dossier.sums?.consequences ?? [];
  if (consequences.length === 0) return null;
  return (
    <Card title={text("title")} note={text("note")} tone="amber">
      <ConsequenceList consequences={consequences} />
    </Card>
  );
}
