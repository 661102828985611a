import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreSheet } from "@/lib/scoring";
import { readFrameworkText, readPolicyText } from "@/lib/scoring/documents/read";
import { anyFramework, anyPolicy, anySheet } from "./any";

test("a policy and a framework come back from their text as they went out, and decide the same", () => {
  fc.assert(
    fc.property(anyFramework, anyPolicy, anySheet, (framework, policy, sheet) => {
      const rules = readPolicyText(JSON.stringify(policy));
      const values = readFrameworkText(JSON.stringify(framework, null, 2));
      expect(rules).toEqual({ ok: true, document: policy });
      expect(values).toEqual({ ok: true, document: framework });
      if (!rules.ok || !values.ok) return;
      expect(scoreSheet(values.document, rules.document, sheet)).toEqual(
        scoreSheet(framework, policy, sheet),
      );
    }),
  );
});
