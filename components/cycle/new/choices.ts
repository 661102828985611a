import type { ReactNode } from "react";
import type { CycleOptions } from "@/lib/cycle/types";
import type { Bilingual } from "@/lib/scoring";

export interface RulesChoice {
  readonly id: string;
  readonly version: number;
  readonly name: Bilingual;
  readonly description: Bilingual;
}

/** A version drawn by the server, to look into before choosing. */
export interface Look {
  readonly id: string;
  readonly inside: ReactNode;
}

/** What the form offers, without the documents behind the names. */
export interface Choices extends Omit<CycleOptions, "frameworks" | "policies" | "open"> {
  readonly frameworks: readonly RulesChoice[];
  readonly policies: readonly RulesChoice[];
}
