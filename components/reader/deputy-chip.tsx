import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/marks/chip";

/** “代 李四”: what is done, or was, in the name of somebody away; nothing where one acts for oneself. */
export function DeputyChip({ name }: { name: string | null }) {
  const text = useTranslations("common.words");
  if (name === null) return null;
  return (
    <Chip tone="indigo">
      <span className="max-md:max-w-28 max-md:truncate">{text("deputyFor", { name })}</span>
    </Chip>
  );
}
