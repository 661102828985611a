import { isDeepStrictEqual } from "node:util";
import { kindOf, type DocumentKind } from "@/lib/scoring/documents/read";
import { shapeFaults } from "@/lib/scoring/documents/shape";
import { Faults } from "../faults";
import { documentOf, frameworkKind, policyKind, type Side } from "../ruleset";
import { nearest, say, sayFault, type Language, type TextKey } from "../words";
import { renderPath, type Rules } from "@/lib/scoring";
import { appraisalSchema, type Sourced } from "./appraisal";
import { hintOf, shownSign, signOf, type Scene } from "./json-hint";
import { JsonFault, JsonReader, type JsonEvents, type Step } from "./json-reader";
import { chunksOf, placeOf, type Source } from "./source";

const LIST = "appraisals";
const topKeys = ["framework", "policy", LIST];

/** What the options say of the rules; null where they say nothing. */
export type Given = { readonly [name in Side]: Rules[name] | null };

type Reading = {
  readonly source: Source;
  readonly faults: Faults;
  readonly progress: (bytes: number) => void;
};

const kindTexts: Readonly<Record<DocumentKind | "unknown", TextKey>> = {
  framework: "json-is-framework",
  policy: "json-is-policy",
  appraisal: "json-is-appraisal",
  results: "json-is-results",
  appraisals: "json-no-appraisals",
  unknown: "json-no-appraisals",
};

const quiet: JsonEvents = {
  list: LIST,
  onItem: () => {},
  onMember: () => {},
  onOther: () => {},
  onRepeatedKey: () => {},
  onUnknownKey: () => {},
};

/** Thrown to leave a first look early; never seen outside. */
class Enough extends Error {}

const reasons: Readonly<Record<JsonFault["code"], TextKey>> = {
  unexpected: "json-unexpected",
  ended: "json-ended",
  "not-utf8": "json-not-utf8",
  "too-deep": "json-too-deep",
  "too-large": "json-too-large",
};

function isUtf8(bytes: Uint8Array): boolean {
  // The piece may end in the middle of a character.
  return !Buffer.from(bytes)
    .toString("utf8")
    .replace(/\uFFFD{1,3}$/, "")
    .includes("\uFFFD");
}

function sceneOf(fault: JsonFault, after: string, earlier: string): Scene {
  const before = earlier.trimEnd();
  const { awaited } = fault;
  return { after, before: [...before].at(-1) ?? "", joined: before === earlier, awaited };
}

/** `fra` of `framework` could have become `false`: what is shown begins where the word does. */
function sceneAt(source: Source, offset: number) {
  const there = placeOf(source, offset);
  const isInText = /^\p{Cc}/u.test(there.after.toString("utf8"));
  const word = isInText ? undefined : /[a-z]+$/i.exec(there.earlier)?.[0];
  return word === undefined ? there : placeOf(source, offset - word.length);
}

function reportBroken(fault: JsonFault, { source, faults }: Reading) {
  const { language } = faults;
  const { line, column, before, after, earlier } = sceneAt(source, fault.offset);
  const notUtf8 = fault.code === "unexpected" && !isUtf8(Buffer.concat([before, after]));
  const code = notUtf8 ? "json-not-utf8" : reasons[fault.code];
  const text = after.toString("utf8");
  const hint = code === "json-unexpected" ? hintOf(sceneOf(fault, text, earlier), language) : "";
  const path = renderPath(fault.path.filter((step) => step !== ""));
  const place = say(language, path === "" ? "json-place" : "json-place-path", {
    line,
    column,
    path,
  });
  faults.at(place, say(language, code, { sign: shownSign(signOf(text)) }) + hint);
}

/** Reads the whole source; a fault in the JSON itself is reported and ends it. */
function walk(reading: Reading, events: JsonEvents) {
  const reader = new JsonReader(events);
  let at = 0;
  try {
    for (const chunk of chunksOf(reading.source)) {
      reader.write(chunk);
      at += chunk.length;
      reading.progress(at);
    }
    reader.end();
  } catch (error) {
    if (error instanceof Enough) return;
    if (!(error instanceof JsonFault)) throw error;
    reportBroken(error, reading);
    reading.faults.stop();
  }
}

/** A first look for the rules. It ends where they are known: in a file as the help shows it, at once. */
function findRuleset(reading: Reading, given: Given): Rules | null {
  const found = new Map<string, unknown>();
  const enough = () => {
    if (found.has("framework") && found.has("policy")) throw new Enough();
  };
  const onMember = (key: string, value: unknown) => {
    if (!found.has(key)) found.set(key, value);
    if (key !== LIST) enough();
  };
  const { faults } = reading;
  const onOther = () => {
    faults.add(say(faults.language, "json-not-object"));
    faults.stop();
  };
  const onListBegin = () => {
    found.set(LIST, null);
    enough();
  };
  walk({ ...reading, progress: () => {} }, { ...quiet, onMember, onOther, onListBegin });
  refuseOtherKind(found, faults);
  const framework = side(frameworkKind, found, given.framework, faults);
  const policy = side(policyKind, found, given.policy, faults);
  return framework === null || policy === null ? null : { framework, policy };
}

/** Another file than was meant: one sentence says it better than one for each of its parts. */
function refuseOtherKind(found: ReadonlyMap<string, unknown>, faults: Faults) {
  const keys = [...found.keys()];
  if (keys.some((key) => topKeys.includes(key))) return;
  const kind = kindOf(Object.fromEntries(found));
  const isMisspelt = keys.some((key) => nearest(key, topKeys) !== null);
  if (keys.length === 0 || (kind === null && isMisspelt)) return;
  faults.add(say(faults.language, kindTexts[kind ?? "unknown"]));
  faults.stop();
}

function side<Document extends { readonly key: string }>(
  kind: Parameters<typeof documentOf<Document>>[0],
  found: ReadonlyMap<string, unknown>,
  given: Document | null,
  faults: Faults,
): Document | null {
  if (!found.has(kind.side)) {
    if (given !== null) return given;
    faults.at(kind.side, say(faults.language, `missing-${kind.side}`));
    return null;
  }
  const document = documentOf(kind, found.get(kind.side), faults);
  if (given === null || document === null || isDeepStrictEqual(given, document)) return document;
  if (given.key === document.key) {
    faults.at(`--${kind.side}`, say(faults.language, "documents-differ", { key: given.key }));
    return null;
  }
  const data = { side: kind.side, option: given.key, file: document.key };
  faults.at(`--${kind.side}`, say(faults.language, "documents-contradict", data));
  return null;
}

function reportMember(key: string, value: unknown, faults: Faults) {
  if (key === "framework" || key === "policy") return;
  if (key === LIST) {
    const got = value === null ? "null" : typeof value;
    faults.add(
      sayFault(faults.language, {
        code: "wrong-type",
        path: [key],
        data: { expected: "array", got },
      }),
    );
    return;
  }
  const guess = nearest(key, topKeys);
  const hint = guess === null ? "" : say(faults.language, "did-you-mean", { guess });
  faults.add(sayFault(faults.language, { code: "unknown-key", path: [key] }) + hint);
}

/** Checks one item's shape; null, with every fault reported, when it is no appraisal. */
function appraisalOf(item: unknown, index: number, faults: Faults): Sourced | null {
  const read = appraisalSchema.safeParse(item);
  if (read.success) return { appraisal: read.data };
  for (const { code, path, data } of shapeFaults(appraisalSchema, item))
    faults.add(
      sayFault(faults.language, { code, path: [LIST, index, ...path], ...(data && { data }) }),
    );
  return null;
}

/**
 * Reads `{"framework", "policy", "appraisals"}` in one pass (two when the rules stand behind the list) and hands out
 * each appraisal as it comes. Memory does not grow with the file. Throws Unreadable with every fault there is.
 */
export function readJsonFile(
  source: Source,
  language: Language,
  given: Given,
  begin: (ruleset: Rules) => (sourced: Sourced) => void,
  progress: (bytes: number) => void,
) {
  const faults = new Faults(language);
  const reading = { source, faults, progress };
  if (source.size === 0) {
    faults.add(say(language, "file-empty"));
    faults.stop();
  }
  const ruleset = findRuleset(reading, given);
  const take = ruleset === null ? null : begin(ruleset);
  const seen = new Set<string>();
  const repeated = (path: readonly Step[]) => {
    const place = renderPath(path.filter((step) => step !== ""));
    faults.at(place, say(language, "key-repeated"));
  };
  walk(reading, {
    list: LIST,
    onListBegin: () => {
      seen.add(LIST);
    },
    onItem: (item, index) => {
      const sourced = appraisalOf(item, index, faults);
      if (sourced !== null && faults.count === 0) take?.(sourced);
    },
    onMember: (key, value) => {
      seen.add(key);
      reportMember(key, value, faults);
    },
    onOther: () => {},
    onRepeatedKey: repeated,
    onUnknownKey: (path) => {
      faults.add(sayFault(language, { code: "unknown-key", path }));
    },
  });
  if (!seen.has(LIST) && faults.count === 0) faults.at(LIST, say(language, "missing-appraisals"));
  faults.stopIfAny();
}
