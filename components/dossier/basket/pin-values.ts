import type { DossierValue } from "@/lib/dossier/types";
import type { Locale } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/pick";
import type { PinValue } from "../decision/pin-fields";

/** What a return of this sheet can be pinned to. */
export function pinValues(values: readonly DossierValue[], locale: Locale): readonly PinValue[] {
  return values.map(({ key, name, rungs, gated }) => ({
    key,
    name: pick(name, locale),
    rungs: rungs.length,
    gated,
    cases: rungs.flatMap(({ point: rung, cases }) =>
      cases.map(({ id, title }) => ({ id, rung, title })),
    ),
  }));
}
