import { z } from "zod";
import { assumedSchema, frameworkShape, keySchema, rungSchema, valueSchema } from "./framework";
import {
  auditSchema,
  bandSchema,
  compositeSchema,
  consequenceSchema,
  distributionSchema,
  justificationSchema,
  policyShape,
  quadrantsSchema,
  sampleSchema,
  singleValueRuleSchema,
  yearSchema,
} from "./policy";

type About = { readonly id?: string; readonly title: string; readonly description: string };

const notes = z.registry<About>();
const describe = (schema: z.ZodType, about: About) => notes.add(schema, about);

describe(keySchema, {
  id: "key",
  title: "Key",
  description: "Lower-case letters, digits and hyphens; unique among its neighbours.",
});
describe(assumedSchema, {
  id: "assumed",
  title: "Assumed parts",
  description:
    "Parts the sources do not hand down: a JSON pointer into this document and why it stands so.",
});
describe(rungSchema, {
  id: "rung",
  title: "Rung",
  description:
    "One level, worth one point. Points count 1, 2, 3 … without a gap. `presumed` is granted unless a contradicting case stands against it, `evidenced` only with a supporting case.",
});
describe(valueSchema, {
  id: "value",
  title: "Value",
  description:
    "A gated ladder, or with `gated: false` a checklist whose rungs add up. `cap` bounds what it can earn, in half-points, less than twice the number of rungs. Without rungs it cannot be scored yet.",
});
describe(bandSchema, {
  id: "band",
  title: "Band",
  description:
    "A label a total earns. `from` and `to` are inclusive bounds in half-points. Bands run from best to lowest, without overlap or hole, down to 0. `eachAtLeast`: with a value below so many half-points the sheet comes to the next worse band at best; not for the lowest band.",
});
describe(singleValueRuleSchema, {
  id: "single-value-rule",
  title: "Single-value rule",
  description:
    "What one value's score alone brings about: exactly one of `below` (exclusive) and `equals`, in half-points; at least one consequence or `setsBand`, the band the sheet then comes to unless its total earns a worse one; never the best band.",
});
describe(consequenceSchema, {
  id: "consequence",
  title: "Consequence",
  description: "What the rules may propose. `dated`: it asks for a day by which things are better.",
});
describe(justificationSchema, {
  id: "justification",
  title: "Written justification",
  description: "Half-points of one value for which the manager writes the facts down.",
});
describe(sampleSchema, {
  id: "sample",
  title: "Sample",
  description: "Whole percent of the scores not verified anyway, by manager, rounded up.",
});
describe(auditSchema, {
  id: "audit",
  title: "HR audit",
  description:
    "Half-points of one value; null switches a row off. The view of who benefited and the approval hold only for values of `topRung` rungs.",
});
describe(compositeSchema, {
  id: "composite",
  title: "Composite",
  description: "The weight of values beside performance, in percent, and what it is weighed by.",
});
describe(quadrantsSchema, {
  id: "quadrants",
  title: "Quadrants",
  description: "From which percent of the most that can be reached each side counts as strong.",
});
describe(distributionSchema, {
  id: "distribution",
  title: "Distribution",
  description: "Shares, best first, that add up to 100 percent; smaller groups are pooled.",
});
describe(yearSchema, {
  id: "year",
  title: "Year",
  description: "How four quarters make the annual proposal.",
});
describe(frameworkShape, {
  title: "Tongguan framework",
  description: "A versioned set of company values with their rungs, in Chinese and English.",
});
describe(policyShape, {
  title: "Tongguan policy",
  description:
    "A versioned set of rules for scoring, audit and consequences. Scores are half-points: 7 is 3.5. What is left out is no rule.",
});

function published(name: string, shape: z.ZodType) {
  const { $schema, ...rest } = z.toJSONSchema(shape, {
    metadata: notes,
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== singleValueRuleSchema) return;
      jsonSchema.oneOf = [{ required: ["below"] }, { required: ["equals"] }];
    },
  });
  return { $schema, $id: `urn:tongguan:schema:${name}`, ...rest };
}

/**
 * The JSON Schemas (draft 2020-12) of the documents, made from the schemas that read them. What holds between parts
 * (bands without a hole, rungs without a gap, known consequences) only the readers see.
 */
export const documentSchemas = {
  framework: published("framework", frameworkShape),
  policy: published("policy", policyShape),
};
