import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/layout/tab-links";
import type { OwnQuarter } from "@/lib/self-review/types";

interface OwnQuartersProps {
  quarters: readonly OwnQuarter[];
  appraisalId: string;
}

/** The way between one's own quarters while several are open at once, each with the step it is at. */
export function OwnQuarters({ quarters, appraisalId }: OwnQuartersProps) {
  const text = useTranslations("self-review");
  if (quarters.length < 2 || quarters.every((of) => of.appraisalId !== appraisalId)) return null;
  return (
    <TabLinks
      label={text("quarters.label")}
      links={quarters.map(({ appraisalId: id, step, ...quarter }) => ({
        href: `/self-review/${id}`,
        label: text("quarters.one", { ...quarter, step: text(`steps.${step}`) }),
        current: id === appraisalId,
      }))}
    />
  );
}
