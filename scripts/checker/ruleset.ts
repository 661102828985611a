import { existsSync, readFileSync } from "node:fs";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { isScorable, type FrameworkDocument, type PolicyDocument } from "@/lib/scoring";
import {
  readFramework,
  readFrameworkText,
  readPolicy,
  readPolicyText,
  type Read,
} from "@/lib/scoring/documents/read";
import type { Faults } from "./faults";
import { nearest, plain, say, sayFault, type Language } from "./words";

export type Side = "framework" | "policy";

type Kind<Document> = {
  readonly side: Side;
  readonly presets: readonly (Document & { readonly key: string })[];
  readonly read: (input: unknown) => Read<Document>;
  readonly readText: (json: string) => Read<Document>;
  readonly refusal?: (document: Document, language: Language) => string | null;
};

export const frameworkKind: Kind<FrameworkDocument> = {
  side: "framework",
  presets: frameworkPresets,
  read: readFramework,
  readText: readFrameworkText,
  refusal: (document, language) =>
    isScorable(document)
      ? null
      : say(language, "framework-without-rungs", { name: document.name[language] }),
};

export const policyKind: Kind<PolicyDocument> = {
  side: "policy",
  presets: policyPresets,
  read: readPolicy,
  readText: readPolicyText,
};

function listed(keys: readonly string[], language: Language): string {
  return keys.join(language === "zh" ? "、" : ", ");
}

function presetOf<Document>(kind: Kind<Document>, key: string, place: string, faults: Faults) {
  const preset = kind.presets.find((one) => one.key === key);
  if (preset !== undefined) return preset;
  const keys = kind.presets.map((one) => one.key);
  const guess = nearest(key, keys);
  const data = { key: plain(key), keys: listed(keys, faults.language) };
  const { language } = faults;
  const hint = guess === null ? "" : say(language, "did-you-mean", { guess });
  faults.at(place, say(language, `unknown-${kind.side}`, data) + hint);
  return null;
}

function taken<Document>(kind: Kind<Document>, read: Read<Document>, root: string, faults: Faults) {
  if (!read.ok) {
    // An option is no step of a path: `--policy: bands[1].from`, but `policy.bands[1].from`.
    const isOption = root.startsWith("--");
    for (const { code, path, data } of read.faults) {
      const whole = isOption ? path : [root, ...path];
      const line = sayFault(faults.language, { code, path: whole, ...(data && { data }) });
      if (isOption) faults.at(root, line);
      else faults.add(line);
    }
    return null;
  }
  const refusal = kind.refusal?.(read.document, faults.language) ?? null;
  if (refusal === null) return read.document;
  faults.at(root, refusal);
  return null;
}

/** What an input names: the key of a preset or a whole document. Null, with every fault reported, when it is neither. */
export function documentOf<Document>(
  kind: Kind<Document>,
  input: unknown,
  faults: Faults,
): Document | null {
  if (typeof input !== "string") return taken(kind, kind.read(input), kind.side, faults);
  const preset = presetOf(kind, input, kind.side, faults);
  return preset === null ? null : taken(kind, { ok: true, document: preset }, kind.side, faults);
}

/** What an option names: the key of a preset or a JSON file with a whole document. */
export function documentOfOption<Document>(
  kind: Kind<Document>,
  name: string,
  resolve: (file: string) => string,
  faults: Faults,
): Document | null {
  const isFile = /\.json$/i.test(name) || existsSync(resolve(name));
  if (!isFile || kind.presets.some((one) => one.key === name)) {
    const preset = presetOf(kind, name, `--${kind.side}`, faults);
    return preset === null
      ? null
      : taken(kind, { ok: true, document: preset }, `--${kind.side}`, faults);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(resolve(name)));
    return taken(kind, kind.readText(text), `--${kind.side}`, faults);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const missing = "code" in error && error.code === "ENOENT";
    const reason = missing ? "file-missing" : "file-unreadable";
    faults.at(`--${kind.side}`, say(faults.language, reason, { file: plain(name, 200) }));
    return null;
  }
}
