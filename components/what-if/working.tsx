import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { Card } from "@/components/ui/layout/card";

/** While every appraisal is worked out again. */
export function Working() {
  const text = useTranslations("what-if");
  return (
    <Card>
      <p role="status" className="pb-4 text-ink-2">
        {text("working")}
      </p>
      <Skeleton rows={6} />
    </Card>
  );
}
