import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/auth/web/content-security";
import { pathHeader } from "@/lib/auth/web/return-path";
import { env } from "@/lib/env";

/** Runs before every page and route: a fresh script nonce, the page's own path for the sign-in, no copies kept. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID();
  const { NODE_ENV, APP_URL } = env();
  const secure = APP_URL.startsWith("https:");
  const policy = contentSecurityPolicy({ nonce, development: NODE_ENV === "development", secure });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(pathHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  if (secure) response.headers.set("Strict-Transport-Security", "max-age=31536000");
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg).*)"] };
