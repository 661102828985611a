import type { FrameworkDocument } from "@/lib/scoring";
import {
  isCount,
  isPassedOver,
  isPost,
  partFieldOf,
  personFieldOf,
  roleOf,
  rungOf,
  simple,
  type PartField,
  type PersonField,
  type Role,
  type RungField,
} from "./vocabulary";

/** What a column says of a value: its score, its justification, the verdict or a case of a rung. */
export type PartOfValue =
  { readonly field: PartField } | { readonly field: RungField; readonly rung: number };

/** What a column holds. `value`: whose, where values are columns; `role`: who said it, where several did. */
export type Meaning =
  | { readonly kind: "person"; readonly field: PersonField }
  | {
      readonly kind: "part";
      readonly part: PartOfValue;
      readonly value: string | null;
      readonly role: Role | null;
    }
  | { readonly kind: "passed-over" }
  | { readonly kind: "unknown" };

const unknown: Meaning = { kind: "unknown" };

/** A number before a name and the maximum behind it say nothing of what stands below. */
const undecorated = (text: string) =>
  text
    .replace(/^\d+(?!\d*(?:级|条))/, "")
    .replace(/满分\d+(?:\.\d+)?分?$|\d+分$|(?:权重|占比)?\d*%$/, "");

function partOf(text: string): PartOfValue | null {
  const rung = rungOf(text);
  if (rung !== null) return rung;
  const bare = undecorated(text);
  if (bare === "") return { field: "score" };
  const field = partFieldOf(bare);
  return field === undefined ? null : { field };
}

/** Reads headers by the names of a framework's values. */
export class Headers {
  private readonly names: readonly { readonly key: string; readonly name: string }[];

  constructor(framework: FrameworkDocument) {
    this.names = framework.values
      .flatMap(({ key, name }) =>
        [key, name.zh, name.en].map((one) => ({ key, name: simple(one) })),
      )
      .sort((a, b) => b.name.length - a.name.length);
  }

  /** The value a header names and what else it says. */
  valueIn(text: string): { readonly value: string; readonly rest: string } | null {
    const header = simple(text);
    const found = this.names.find(({ name }) => header.includes(name));
    if (found === undefined) return null;
    const rest = header.replace(found.name, "");
    return this.says(rest) ? { value: found.key, rest } : null;
  }

  /** The value whose name stands in the headers, whatever else they say; null where it is counted or weighed. */
  valueNamed(texts: readonly string[]): string | null {
    const all = texts.map(simple);
    if (isCount(all.at(-1) ?? "")) return null;
    return this.names.find(({ name }) => all.some((text) => text.includes(name)))?.key ?? null;
  }

  private says(rest: string): boolean {
    return partOf(rest) !== null || partOf(roleOf(rest)?.rest ?? "?") !== null;
  }

  /** What one or two headers over each other say together. `isWide`: values may be columns. */
  meaningOf(texts: readonly string[], isWide: boolean): Meaning {
    const named = isWide ? texts.map((text) => this.valueIn(text)) : [];
    const value = named.find((one) => one !== null)?.value ?? null;
    const keys = texts.map((text, index) => named[index]?.rest ?? simple(text));
    if (value === null) {
      const plain = keys.map((key) => this.plain(key)).reverse();
      return plain.find(({ kind }) => kind !== "unknown") ?? unknown;
    }
    return this.partsOf(keys, value);
  }

  private plain(key: string): Meaning {
    const field = personFieldOf(key);
    if (field !== undefined) return { kind: "person", field };
    if (isPassedOver(key)) return { kind: "passed-over" };
    return key === "" || isPost(key) ? unknown : this.partsOf([key], null);
  }

  /** The upper of two headers may be a title of no meaning, such as 价值观考核. */
  private partsOf(keys: readonly string[], value: string | null): Meaning {
    let role: Role | null = null;
    let part: PartOfValue = { field: "score" };
    for (const [index, key] of keys.entries()) {
      const exact = partOf(key);
      const said = exact === null ? roleOf(key) : null;
      const found = exact ?? (said === null ? null : partOf(said.rest));
      const isTitle = index < keys.length - 1;
      if (found === null && isTitle) continue;
      if (found === null) return isPassedOver(key) ? { kind: "passed-over" } : unknown;
      role = said?.role ?? role;
      if (found.field !== "score") part = found;
    }
    return { kind: "part", part, value, role };
  }
}
