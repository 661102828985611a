import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWhen } from "@/components/interview/appointment/use-when";
import { Card } from "@/components/ui/layout/card";
import { Chip } from "@/components/ui/marks/chip";
import type { Arranged } from "@/lib/interview/types";

interface AppointmentsCardProps {
  appointments: readonly Arranged[];
  now: Date;
}

/** Interviews that are agreed on and not recorded yet. */
export function AppointmentsCard({ appointments, now }: AppointmentsCardProps) {
  const text = useTranslations("home.appointments");
  const when = useWhen();
  if (appointments.length === 0) return null;
  return (
    <Card title={text("title")} flush>
      <ul className="divide-y divide-line border-t border-line">
        {appointments.map((one) => (
          <li key={one.appraisalId} className="relative px-4 py-3 hover:bg-sand/40 md:px-5">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Link
                href={`/interview/${one.appraisalId}`}
                className="link after:absolute after:inset-0"
              >
                {text(one.own ? "own" : "with", { name: one.with })}
              </Link>
              {one.startsAt < now ? <Chip tone="amber">{text("past")}</Chip> : null}
            </div>
            <p className="text-sm tabular">{when(one)}</p>
            <p className="text-sm break-words text-ink-2">{one.place}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
