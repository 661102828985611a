import type { z } from "zod";

/** What is left of a document some parts of which cannot be read: an unreadable part is `undefined`. */
export type Part = Readonly<Record<string, unknown>>;

const nothing: Part = {};

export function isPart(input: unknown): input is Part {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

export function partOf(input: unknown): Part {
  return isPart(input) ? Object.fromEntries(Object.entries(input)) : nothing;
}

export function listOf(input: unknown): readonly unknown[] {
  return Array.isArray(input) ? input : [];
}

/** The part as the schema reads it, or `undefined`. */
export function readable<T>(schema: z.ZodType<T>, input: unknown): T | undefined {
  const read = schema.safeParse(input);
  return read.success ? read.data : undefined;
}

export type Path = readonly (string | number)[];
export type OwnFault = {
  readonly code: string;
  readonly path: Path;
  readonly data?: Readonly<Record<string, string | number>>;
};

/** The positions of keys that stand in the list before; an unreadable key repeats nothing. */
export function repeats(keys: readonly (string | undefined)[]): number[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (key === undefined) return [];
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}

/** The step a JSON pointer (RFC 6901) names, unescaped. */
const unescaped = (step: string) => step.replaceAll("~1", "/").replaceAll("~0", "~");

/** Whether a JSON pointer leads to something in the document. */
export function leadsSomewhere(document: unknown, pointer: string): boolean {
  let at = document;
  for (const step of pointer.split("/").slice(1).map(unescaped)) {
    if (Array.isArray(at)) {
      if (!/^(?:0|[1-9]\d{0,8})$/.test(step) || Number(step) >= at.length) return false;
      at = listOf(at)[Number(step)];
    } else {
      const part = partOf(at);
      if (!Object.hasOwn(part, step)) return false;
      at = part[step];
    }
  }
  return true;
}
