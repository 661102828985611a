import "server-only";
import { env } from "@/lib/env";
import {
  refuse,
  type FieldCode,
  type FieldFault,
  type Outcome,
  type Refusal,
} from "@/lib/errors/outcome";
import { sheetLimits } from "@/lib/sheet/types";
import { isPlainText } from "@/lib/text/characters";
import texts from "@/messages/zh/errors.json";
import { z } from "zod";

const { title, text, beneficiary, justification, casesPerValue } = sheetLimits;
/** Names, ids, dates and quotation marks around the texts of one case. */
const AROUND = 400;
/** Of UTF-8, for a character of Chinese; one outside the plane of the usual ones counts as two characters, and takes four. */
const BYTES_PER_CHARACTER = 3;

/** The largest body there is, a value with every case full, and far smaller than what would hurt. */
export const MAX_BODY_BYTES =
  BYTES_PER_CHARACTER *
  (casesPerValue * (title + 3 * text + beneficiary + AROUND) + justification + AROUND);

/** Of the address people type. */
export function ownOrigin(): string {
  return new URL(env().APP_URL).origin;
}

/**
 * Next does not check the origin of a route handler, and forwarded headers can be forged, so the browser's own Origin is
 * compared with the configured address. A request without Origin is refused unless the browser says it is same-origin.
 */
export function originRefusal(request: Request): Refusal | null {
  const expected = ownOrigin();
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return refuse("foreign_origin");
  if (origin === null ? site === "same-origin" : origin === expected) return null;
  return refuse("foreign_origin");
}

/** Reads a JSON body no larger than MAX_BODY_BYTES, whatever Content-Length claims. */
export async function readJson(request: Request): Promise<Outcome<unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? ""))
    return refuse("broken_body");
  const bytes = await readLimited(request);
  if (bytes === null) return refuse("body_too_large");
  try {
    // Bytes that are no UTF-8 would otherwise become question marks in somebody's words.
    return { ok: true, value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return refuse("broken_body");
  }
}

async function readLimited(request: Request): Promise<Uint8Array | null> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

/** Schema messages are codes of the `errors` namespace; zod's own English becomes `invalid_input`. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Outcome<z.output<Schema>> {
  const broken = brokenTexts(input);
  if (broken.length > 0)
    return refuse("invalid_input", {
      fields: Object.fromEntries(broken.map((path) => [path, { code: "broken_text" }])),
    });
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields: Record<string, FieldFault> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= faultOf(issue);
  return refuse("invalid_input", { fields });
}

/** Deeper than any command's input; a body of nothing but brackets must not exhaust the stack. */
const MAX_DEPTH = 12;

/**
 * Texts and keys that may not be kept are refused here once, at their field, for every command there will be. So are names
 * that mean something to JavaScript's objects.
 */
function brokenTexts(input: unknown, path = "", depth = 0): string[] {
  if (typeof input === "string") return isPlainText(input) ? [] : [path];
  if (typeof input !== "object" || input === null) return [];
  if (depth >= MAX_DEPTH) return [path];
  return Object.entries(input).flatMap(([name, value]) => {
    const below = path === "" ? name : `${path}.${name}`;
    if (!isPlainText(name) || name === "__proto__") return [path];
    return brokenTexts(value, below, depth + 1);
  });
}

const isFieldCode = (message: string): message is FieldCode => Object.hasOwn(texts, message);

const figures = z.record(z.string(), z.union([z.string(), z.number()]));

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  const code = isFieldCode(issue.message) ? issue.message : "invalid_input";
  if (issue.code === "too_big") return { code, data: { max: Number(issue.maximum) } };
  const data = issue.code === "custom" ? figures.safeParse(issue.params).data : undefined;
  return data === undefined ? { code } : { code, data };
}
