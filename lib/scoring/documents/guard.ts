import type { OwnFault, Path } from "./loose";

/** A document of the largest allowed size has some 40,000 parts and is 8 levels deep. */
const MOST_PARTS = 60_000;
const DEEPEST = 16;

type Visit = { readonly part: object; readonly path: Path };

/**
 * What makes a document unfit to be looked at any further, so that no input can cost more than a bounded walk:
 * `too-deep`, `too-large`. A cycle is too deep.
 */
export function sizeFault(input: unknown): OwnFault | null {
  const open: Visit[] = [];
  let parts = 0;
  const push = (part: unknown, path: Path) => {
    parts += 1;
    if (typeof part === "object" && part !== null) open.push({ part, path });
  };
  push(input, []);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part, path } = next;
    if (path.length > DEEPEST) return { code: "too-deep", path, data: { max: DEEPEST } };
    const large = { code: "too-large", path, data: { max: MOST_PARTS } };
    if (Array.isArray(part)) {
      if (parts + part.length > MOST_PARTS) return large;
      part.forEach((item: unknown, index) => push(item, [...path, index]));
      continue;
    }
    const entries = Object.entries(part);
    if (parts + entries.length > MOST_PARTS) return large;
    for (const [key, item] of entries) push(item, [...path, key]);
  }
  return null;
}
