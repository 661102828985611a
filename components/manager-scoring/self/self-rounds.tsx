import { useTranslations } from "next-intl";
import { Changes } from "@/components/dossier/rounds/changes";
import { FormerCase } from "@/components/dossier/rounds/former-case";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { ValueRounds } from "@/lib/rounds/types";

interface SelfRoundsProps {
  rounds: ValueRounds;
  gated: boolean;
}

/** How the self-review that came back differs from the one the manager read before. */
export function SelfRounds({ rounds: { changes, former }, gated }: SelfRoundsProps) {
  const text = useTranslations("dossier.rounds");
  return (
    <>
      <Changes changes={changes} gated={gated} />
      {former.length === 0 ? null : (
        <Disclosure summary={text("formerHere", { count: former.length })}>
          <ul className="grid gap-2">
            {former.map((item) => (
              <li key={`${item.id} ${item.at.toISOString()}`}>
                <FormerCase item={item} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
