const prefix = "kept:";

/** The texts of one form by the name of their field. */
type Texts = Readonly<Record<string, string>>;

/** Until the sign-in page has loaded, the one before it lives on and may still be saving. */
let signedOut = false;

/** Null where the browser forbids it: then nothing is kept, and nothing else changes. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

function keyOf(owner: string, form: string): string {
  return `${prefix}${owner}:${form}`;
}

function textsIn(json: string | null): Texts {
  try {
    const found: unknown = JSON.parse(json ?? "{}");
    if (typeof found !== "object" || found === null) return {};
    const texts = Object.entries(found).filter(([, text]) => typeof text === "string");
    return Object.fromEntries(texts);
  } catch {
    return {};
  }
}

export function readKept(owner: string, form: string): Texts {
  return textsIn(storage()?.getItem(keyOf(owner, form)) ?? null);
}

export function keepText(owner: string, form: string, name: string, text: string): void {
  keepAll(owner, form, { ...readKept(owner, form), [name]: text });
}

/** These and no others; none at all leave nothing behind. */
export function keepAll(owner: string, form: string, texts: Texts): void {
  if (Object.keys(texts).length === 0) {
    forgetKept(owner, form);
    return;
  }
  if (signedOut) return;
  try {
    storage()?.setItem(keyOf(owner, form), JSON.stringify(texts));
  } catch {
    // Full: what is typed still stands in its field.
  }
}

export function forgetKept(owner: string, form: string): void {
  storage()?.removeItem(keyOf(owner, form));
}

/** Everything kept in this tab, for good, or everything that is not this person's. */
export function forgetAllKept(exceptOwner?: string): void {
  signedOut ||= exceptOwner === undefined;
  const kept = storage();
  if (kept === null) return;
  const own = exceptOwner === undefined ? null : keyOf(exceptOwner, "");
  const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? "");
  for (const key of keys)
    if (key.startsWith(prefix) && (own === null || !key.startsWith(own))) kept.removeItem(key);
}
