import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/marks/chip";
import type { Origin } from "@/lib/ruleset/types";
import { AssumedMark } from "../version/assumed-mark";

export function OriginChip({ origin }: { origin: Origin }) {
  const text = useTranslations("ruleset.origin");
  return <Chip tone={origin === "shipped" ? "indigo" : "neutral"}>{text(origin)}</Chip>;
}

interface MarksProps {
  origin: Origin;
  assumed: number;
  scorable?: boolean;
}

export function Marks({ origin, assumed, scorable = true }: MarksProps) {
  const text = useTranslations("ruleset.list");
  return (
    <span className="flex flex-wrap items-center gap-1.5 max-md:justify-end">
      <OriginChip origin={origin} />
      {scorable ? null : <Chip tone="amber">{text("unscorable")}</Chip>}
      {assumed > 0 ? <AssumedCount count={assumed} /> : null}
    </span>
  );
}

function AssumedCount({ count }: { count: number }) {
  const text = useTranslations("ruleset.list");
  return <AssumedMark>{text("assumed", { count })}</AssumedMark>;
}
