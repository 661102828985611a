import { parseArgs } from "node:util";
import path from "node:path";
import { refuse } from "./faults";
import { isLanguage, languageOf, nearest, plain, say, type Language, type TextKey } from "./words";

const formats = ["json", "table", "csv", "xlsx"] as const;
type Format = (typeof formats)[number];
const schemas = ["framework", "policy", "input"] as const;
export type SchemaName = (typeof schemas)[number];

const known = {
  lang: { type: "string" },
  format: { type: "string" },
  out: { type: "string" },
  framework: { type: "string" },
  policy: { type: "string" },
  seed: { type: "string" },
  redraw: { type: "string" },
  template: { type: "string" },
  schema: { type: "string" },
  list: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

const dashed = Object.keys(known).map((name) => `--${name}`);
const takesValue = (arg: string) =>
  Object.entries(known).some(([name, { type }]) => type === "string" && arg === `--${name}`);

export type Options = {
  readonly language: Language;
  readonly task: "check" | "template" | "schema" | "list" | "help" | "version";
  /** `-` is standard input. */
  readonly file: string | null;
  readonly format: Format;
  readonly out: string | null;
  readonly framework: string | null;
  readonly policy: string | null;
  readonly seed: string | null;
  /** A file of revealed draws to be drawn again. */
  readonly redraw: string | null;
  readonly template: string | null;
  readonly schema: SchemaName | null;
};

type Surroundings = Readonly<Record<string, string | undefined>>;

/** `--out --lang en` has forgotten the file; one of such a name can still be given as `--out=--lang`. */
function withForgottenValues(args: readonly string[]): string[] {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  return args.map((arg, index) => {
    const next = args[index + 1]?.replace(/=.*$/s, "");
    const isOption = next === "--" || (next !== undefined && dashed.includes(next));
    return index < end && takesValue(arg) && isOption ? `${arg}=` : arg;
  });
}

function tokensOf(args: readonly string[]) {
  const given = withForgottenValues(args);
  return parseArgs({ args: given, options: known, strict: false, tokens: true }).tokens;
}

/** `--lang` counts for the refusal of other options and for errors too, so it is looked for before all is read. */
export function languageAsked(args: readonly string[], surroundings: Surroundings): Language {
  for (const token of tokensOf(args))
    if (token.kind === "option" && token.name === "lang" && isLanguage(token.value))
      return token.value;
  return languageOf(surroundings);
}

function refuseOption(
  language: Language,
  key: TextKey,
  name: string,
  candidates: readonly string[],
) {
  const guess = nearest(name, candidates);
  const hint = guess === null ? "" : say(language, "did-you-mean", { guess });
  return refuse(say(language, key, { name: plain(name) }) + hint + say(language, "see-help"));
}

function parse(args: readonly string[], language: Language) {
  const seen = new Set<string>();
  const values = new Map<string, string | true>();
  const files: string[] = [];
  for (const token of tokensOf(args)) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.entries(known).find(([name]) => name === token.name)?.[1];
    if (option === undefined)
      return refuseOption(language, "unknown-option", token.rawName, dashed);
    if (option.type === "string" && (token.value === undefined || token.value === ""))
      return refuseOption(language, "option-needs-value", token.rawName, []);
    if (option.type === "boolean" && token.value !== undefined)
      return refuseOption(language, "option-takes-no-value", token.rawName, []);
    if (seen.has(token.name)) return refuseOption(language, "option-twice", token.rawName, []);
    seen.add(token.name);
    values.set(token.name, token.value ?? true);
  }
  return { values, files };
}

function oneOf<T extends string>(
  language: Language,
  name: string,
  given: string | null,
  allowed: readonly T[],
): T | null {
  if (given === null) return null;
  const found = allowed.find((one) => one === given);
  if (found !== undefined) return found;
  const data = { name: `--${name}`, given: plain(given), allowed: allowed.join(" ") };
  return refuse(say(language, "option-not-allowed", data) + say(language, "see-help"));
}

function formatOf(language: Language, given: string | null, out: string | null): Format {
  const asked = oneOf(language, "format", given, formats);
  if (asked !== null) return asked;
  const ending = out === null ? "" : path.extname(out).slice(1).toLowerCase();
  return formats.find((one) => one === ending) ?? "json";
}

/** Reads the command line. Throws Unreadable with a hint for what it does not know. */
export function readOptions(args: readonly string[], surroundings: Surroundings): Options {
  const language = languageAsked(args, surroundings);
  const { values, files } = parse(args, language);
  const text = (name: string) => {
    const value = values.get(name);
    return typeof value === "string" ? value : null;
  };
  oneOf(language, "lang", text("lang"), ["zh", "en"]);
  const tasks = ["help", "version", "list", "schema", "template"] as const;
  const task = tasks.find((name) => values.has(name)) ?? "check";
  if (files.length > 1) {
    const data = { files: files.map((file) => plain(file)).join(" ") };
    refuse(say(language, "one-file", data) + say(language, "see-help"));
  }
  const out = text("out");
  const format = formatOf(language, text("format"), out);
  if (task === "check" && format === "xlsx" && out === null)
    refuse(say(language, "xlsx-needs-out"));
  return {
    language,
    task,
    file: files[0] ?? null,
    format,
    out,
    framework: text("framework"),
    policy: text("policy"),
    seed: text("seed"),
    redraw: text("redraw"),
    template: text("template"),
    schema: oneOf(language, "schema", text("schema"), schemas),
  };
}
