import type { z } from "zod";
import { listOf, partOf, type OwnFault, type Path } from "./loose";

type Issue = z.core.$ZodIssue;

function kindOf(input: unknown): string {
  if (input === null) return "null";
  return Array.isArray(input) ? "array" : typeof input;
}

function typeFault(issue: Extract<Issue, { code: "invalid_type" }>, path: Path): OwnFault {
  const { input, expected } = issue;
  if (input === undefined) return { code: "missing", path };
  if (typeof input === "number" && !Number.isFinite(input))
    return { code: "not-finite", path, data: { got: String(input) } };
  if (expected === "int") return { code: "not-whole", path };
  return { code: "wrong-type", path, data: { expected, got: kindOf(input) } };
}

const tooLittle: Readonly<Record<string, string>> = { string: "text-blank", array: "too-few" };
const tooMuch: Readonly<Record<string, string>> = { string: "too-long", array: "too-many" };

function faultsOfIssue(issue: Issue): OwnFault[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  switch (issue.code) {
    case "invalid_type":
      return [typeFault(issue, path)];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ code: "unknown-key", path: [...path, key] }));
    case "too_small":
      return [
        {
          code: tooLittle[issue.origin] ?? "too-small",
          path,
          data: { min: Number(issue.minimum) },
        },
      ];
    case "too_big":
      return [
        {
          code: tooMuch[issue.origin] ?? "too-big",
          path,
          data: { max: Number(issue.maximum) },
        },
      ];
    case "not_multiple_of":
      return [{ code: "not-a-step", path, data: { step: issue.divisor } }];
    case "invalid_value":
      return issue.input === undefined
        ? [{ code: "missing", path }]
        : [{ code: "not-allowed", path, data: { allowed: issue.values.map(String).join(", ") } }];
    default:
      return [{ code: issue.message, path }];
  }
}

/** The document with the list at the path cut to so many items. */
function cut(document: unknown, path: readonly PropertyKey[], length: number): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return listOf(document).slice(0, length);
  if (Array.isArray(document))
    return listOf(document).map((item, index) => (index === step ? cut(item, rest, length) : item));
  const part = partOf(document);
  return { ...part, [String(step)]: cut(part[String(step)], rest, length) };
}

/** One fault of a kind at a place: a number out of every range breaks two bounds, and the document's own comes last. */
function distinct(faults: readonly OwnFault[]): OwnFault[] {
  return [
    ...new Map(faults.map((fault) => [JSON.stringify([fault.path, fault.code]), fault])).values(),
  ];
}

/** Zod looks at no item of a list that is too long: the list is cut to what is allowed and looked at again. */
export function shapeFaults(shape: z.ZodType, input: unknown): OwnFault[] {
  const read = shape.safeParse(input, { reportInput: true });
  if (read.success) return [];
  const faults = read.error.issues.flatMap(faultsOfIssue);
  const long = read.error.issues.flatMap((issue) =>
    issue.code === "too_big" && issue.origin === "array" ? [issue] : [],
  );
  if (long.length === 0) return distinct(faults);
  const shorter = long.reduce<unknown>(
    (document, { path, maximum }) => cut(document, path, Number(maximum)),
    input,
  );
  return distinct([...faults, ...shapeFaults(shape, shorter)]);
}
