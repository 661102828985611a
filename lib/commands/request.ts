import "server-only";
import { env } from "@/lib/env";
import { refuse, type FieldFault, type Outcome, type Refusal } from "@/lib/errors/outcome";
import type { z } from "zod";

/** Larger than any sheet with every field full, far smaller than what would hurt. */
export const MAX_BODY_BYTES = 512 * 1024;

/**
 * Next does not check the origin of a route handler, and forwarded headers can be forged, so the browser's own Origin is
 * compared with the configured address. A request without Origin is refused unless the browser says it is same-origin.
 */
export function originRefusal(request: Request): Refusal | null {
  const expected = new URL(env().APP_URL).origin;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return refuse("foreign_origin");
  if (origin === null ? site === "same-origin" : origin === expected) return null;
  return refuse("foreign_origin");
}

/** Reads a JSON body no larger than MAX_BODY_BYTES, whatever Content-Length claims. */
export async function readJson(request: Request): Promise<Outcome<unknown>> {
  if (!(request.headers.get("content-type") ?? "").startsWith("application/json"))
    return refuse("broken_body");
  const text = await readLimited(request);
  if (text === null) return refuse("body_too_large");
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refuse("broken_body");
  }
}

async function readLimited(request: Request): Promise<string | null> {
  if (request.body === null) return "";
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
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Schema messages are codes of the `errors` namespace; zod's own English becomes `invalid_input`. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): Outcome<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields: Record<string, FieldFault> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= faultOf(issue);
  return refuse("invalid_input", { fields });
}

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  const code = /^[a-z_]+$/.test(issue.message) ? issue.message : "invalid_input";
  return issue.code === "too_big" ? { code, data: { max: Number(issue.maximum) } } : { code };
}
