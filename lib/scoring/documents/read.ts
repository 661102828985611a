import type { z } from "zod";
import { faultCodes, type Fault, type FaultCode } from "./faults";
import { frameworkFaults, frameworkShape, type FrameworkDocument } from "./framework";
import { sizeFault } from "./guard";
import { parseJson } from "./json";
import { isPart, listOf, partOf, type OwnFault } from "./loose";
import { policyFaults, policyShape, type PolicyDocument } from "./policy";
import { shapeFaults } from "./shape";

export type Read<Document> =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const known: ReadonlySet<string> = new Set(faultCodes);
const isFaultCode = (code: string): code is FaultCode => known.has(code);

function typed({ code, path, data }: OwnFault): Fault {
  if (!isFaultCode(code)) throw new Error(`a document fault without a sentence: ${code}`);
  return { path, code, ...(data === undefined ? {} : { data }) };
}

function refused<Document>(faults: readonly OwnFault[]): Read<Document> {
  return { ok: false, faults: faults.map(typed) };
}

/** What a JSON object is by the parts that only one kind has. */
export type DocumentKind = "framework" | "policy" | "appraisals" | "appraisal" | "results";

const hasOne = (part: object, keys: readonly string[]) =>
  keys.some((key) => Object.hasOwn(part, key));

/** What a JSON object is; null where nothing says it. */
export function kindOf(input: unknown): DocumentKind | null {
  const part = partOf(input);
  if (hasOne(part, ["appraisals"])) return "appraisals";
  if (hasOne(part, ["bands", "stepHalfPoints", "lowestBandConsequences"])) return "policy";
  if (hasOne(part, ["employee"]) && isPart(part["values"])) return "appraisal";
  if (listOf(part["values"]).some((value) => hasOne(partOf(value), ["rungs", "gated"])))
    return "framework";
  return hasOne(part, ["results"]) && hasOne(part, ["summary"]) ? "results" : null;
}

type Kind<Document> = {
  readonly name: DocumentKind;
  readonly shape: z.ZodType<Document>;
  readonly between: (input: unknown) => OwnFault[];
};

const frameworkKind: Kind<FrameworkDocument> = {
  name: "framework",
  shape: frameworkShape,
  between: frameworkFaults,
};
const policyKind: Kind<PolicyDocument> = {
  name: "policy",
  shape: policyShape,
  between: policyFaults,
};

function read<Document>({ name, shape, between }: Kind<Document>, input: unknown): Read<Document> {
  const size = sizeFault(input);
  if (size !== null) return refused([size]);
  const kind = kindOf(input);
  if (kind !== null && kind !== name) return refused([{ code: `is-${kind}`, path: [] }]);
  const faults = [...shapeFaults(shape, input), ...between(input)];
  if (faults.length > 0) return refused(faults);
  return { ok: true, document: shape.parse(input) };
}

function readText<Document>(kind: Kind<Document>, json: string): Read<Document> {
  const parsed = parseJson(json);
  return parsed.ok ? read(kind, parsed.value) : refused(parsed.faults);
}

/** A framework from plain data of unknown origin; refused with every fault there is: first what parts are, then how they fit. */
export const readFramework = (input: unknown): Read<FrameworkDocument> =>
  read(frameworkKind, input);

/** A policy from plain data of unknown origin; refused with every fault there is: first what parts are, then how they fit. */
export const readPolicy = (input: unknown): Read<PolicyDocument> => read(policyKind, input);

/** A framework from JSON text; adds `not-json` and `key-repeated`, each with `line` and `column`, both from 1. */
export const readFrameworkText = (json: string): Read<FrameworkDocument> =>
  readText(frameworkKind, json);

/** A policy from JSON text; adds `not-json` and `key-repeated`, each with `line` and `column`, both from 1. */
export const readPolicyText = (json: string): Read<PolicyDocument> => readText(policyKind, json);
