import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { ValueRounds } from "@/lib/rounds/types";
import { Changes } from "./changes";
import { FormerCase } from "./former-case";

interface ValueRoundsProps {
  rounds: ValueRounds | undefined;
  gated: boolean;
}

/** How a value differs from the one handed in before, with the cases that no longer stand as they did. */
export function ValueRoundsView({ rounds, gated }: ValueRoundsProps) {
  const text = useTranslations("dossier.rounds");
  if (rounds === undefined) return null;
  const { changes, former } = rounds;
  return (
    <>
      <Changes changes={changes} gated={gated} />
      {former.length === 0 ? null : (
        <Disclosure summary={text("formerHere", { count: former.length })}>
          <ul className="grid gap-2">
            {former.map((item) => (
              <li key={`${item.id} ${item.at.toISOString()}`}>
                <FormerCase
                  item={item}
                  place={text("rung", { point: item.rung, gated: gated ? "yes" : "no" })}
                />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
