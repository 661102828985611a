import "server-only";
import { env } from "@/lib/env";

/** Set by `instrumentation.ts` from the connection itself, over whatever a client may have sent. */
export const peerHeader = "x-tongguan-peer";

/**
 * Anybody can write X-Forwarded-For, so it counts only where TRUST_PROXY says how many proxies of our own stand in front:
 * each appends one entry, and the entry of the outermost one is the visitor.
 */
export function addressOf(headers: Headers): string {
  const hops = env().TRUST_PROXY;
  const peer = headers.get(peerHeader) ?? "unknown";
  if (hops === 0) return peer;
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return forwarded.at(-hops) || peer;
}
