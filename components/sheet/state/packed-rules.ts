import { useMemo } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { packedIn, unpacked, type Packed } from "@/lib/i18n/packed";
import type { FrameworkDocument, PolicyDocument, Rules } from "@/lib/scoring";

/** The versions a sheet is judged by, in the reader's language alone. */
export interface PackedRules {
  readonly framework: Packed<FrameworkDocument>;
  readonly policy: Packed<PolicyDocument>;
}

export function packRules({ framework, policy }: Rules, locale: Locale): PackedRules {
  return { framework: packedIn(framework, locale), policy: packedIn(policy, locale) };
}

/** What the server showed, together with its rules again. */
export function useWithRules<View extends object>(view: View, rules: PackedRules): View & Rules {
  return useMemo(
    () => ({ ...view, framework: unpacked(rules.framework), policy: unpacked(rules.policy) }),
    [view, rules],
  );
}
