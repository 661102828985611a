import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/layout/card";
import type { ReplayableCycle } from "@/lib/what-if/types";
import { countsHref } from "./href";
import { useNames } from "./words";

interface ReplayableCardProps {
  /** The room the card stands in. */
  room: "policy" | "audit";
  cycles: readonly ReplayableCycle[];
  policyVersionId?: string;
}

/** Doors to the closed quarters another policy can be tried on; nothing where there are none. */
export function ReplayableCard({ room, cycles, policyVersionId }: ReplayableCardProps) {
  const text = useTranslations(`what-if.replayable.${room}`);
  const names = useNames();
  if (cycles.length === 0) return null;
  return (
    <Card title={text("title")} note={text("note")}>
      <ul className="flex flex-wrap gap-x-5">
        {cycles.map((cycle) => (
          <li key={cycle.cycleId}>
            <Link
              href={countsHref(cycle.cycleId, policyVersionId)}
              className="inline-flex touch items-center text-sm link"
            >
              {names.quarter(cycle)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
