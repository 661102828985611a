import type { CheckedPerson } from "./check";
import type { Sampling } from "./gather/draw";
import type { Spool, Spooled } from "./gather/spool";
import type { Summary, Tally } from "./gather/summary";
import type { ProgressBar } from "./progress";
import type { Rules } from "@/lib/scoring";
import type { Note } from "./tables/remarks";
import type { Language } from "./words";

export type Drawn = Spooled & { readonly drawn: readonly string[] };

/** Everything a writer needs. `summary` is complete once `people` has been gone through. */
export type Results = {
  readonly ruleset: Rules;
  readonly language: Language;
  /** From the first person; each call is a new pass. */
  readonly people: () => Generator<Drawn>;
  readonly summary: () => Summary;
  readonly widest: Readonly<Tally["widest"]>;
  /** Whether any score is taken as stated. */
  readonly isAnyStated: boolean;
  /** What is worth knowing of the file as a whole. */
  readonly notes: readonly Note[];
};

export function resultsOf(
  ruleset: Rules,
  language: Language,
  spool: Spool,
  tally: Tally,
  sampling: Sampling | null,
  bar: ProgressBar,
  notes: readonly Note[],
): Results {
  let gone = 0;
  function* people() {
    sampling?.startAgain();
    for (const one of spool.read()) {
      yield { ...one, drawn: sampling?.drawnOf(one) ?? [] };
      gone += 1;
      bar.at(gone);
    }
  }
  return {
    ruleset,
    language,
    people,
    widest: tally.widest,
    isAnyStated: tally.isAnyStated,
    notes,
    summary: () => tally.summary(ruleset, language, sampling?.report() ?? null),
  };
}

const isPerson = (printed: unknown): printed is CheckedPerson =>
  typeof printed === "object" && printed !== null && "employee" in printed;

/** The person as printed, read back for the formats that are no JSON. */
export function personOf({ before, after, drawn }: Drawn): CheckedPerson {
  const sample = drawn.map((value) => JSON.stringify(value)).join(",");
  const printed: unknown = JSON.parse(
    `${before.toString("utf8")}${sample}${after.toString("utf8")}`,
  );
  if (!isPerson(printed)) throw new Error("the spool is damaged");
  return printed;
}
