import type { APIRequestContext, APIResponse } from "@playwright/test";
import { z } from "zod";
import { judgedSheet } from "./sheets";
import { appraisalOf } from "../database";

/** Commands sent past the interface: to prepare what a test is not about, and to try what no page offers. */

export function send(
  request: APIRequestContext,
  command: string,
  data: unknown,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  return request.post(`/api/commands/${command}`, {
    data: JSON.stringify(data),
    headers: { "Content-Type": "application/json", ...headers },
  });
}

const refusal = z.looseObject({ ok: z.boolean(), code: z.string().optional() });

/** What the door said, in short: the status and the code of the refusal. */
export async function answerOf(response: APIResponse) {
  const { ok, code } = refusal.parse(await response.json());
  return { status: response.status(), ok, ...(code === undefined ? {} : { code }) };
}

const saved = z.object({ ok: z.literal(true), value: z.object({ version: z.number() }) });

/** Judges the whole self-review of somebody at 2 or 3 points a value, so that only handing in is left. */
export async function completeSelfReview(request: APIRequestContext, key: string): Promise<void> {
  const { id, version } = await appraisalOf(key);
  let at = version;
  for (const value of judgedSheet()) {
    const response = await send(request, "self-review.save", {
      appraisalId: id,
      version: at,
      value,
    });
    at = saved.parse(await response.json()).value.version;
  }
}
