import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/auth/web/content-security";
import { movedTo } from "@/lib/auth/web/moved";
import { pathHeader } from "@/lib/auth/web/return-path";
import { env } from "@/lib/env";

/** No page has this address, so what is led there is answered 404 like any other that is not there. */
const nowhere = "/nothing-here";

/** Next takes a path apart by its escapes and fails at one that stands for no character. */
function isReadable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\u0000");
  } catch {
    return false;
  }
}

function answer(request: NextRequest, headers: Headers): NextResponse {
  const { pathname } = request.nextUrl;
  if (!isReadable(pathname))
    return NextResponse.rewrite(new URL(nowhere, request.url), { request: { headers } });
  const now = movedTo(pathname);
  if (now === null) return NextResponse.next({ request: { headers } });
  const url = request.nextUrl.clone();
  url.pathname = now;
  return NextResponse.redirect(url, 308);
}

/** Runs before every page and route: a fresh script nonce, the page's own path for the sign-in, no copies kept. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID();
  const { NODE_ENV, APP_URL } = env();
  const secure = APP_URL.startsWith("https:");
  const policy = contentSecurityPolicy({ nonce, development: NODE_ENV === "development", secure });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(pathHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = answer(request, headers);
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  if (secure) response.headers.set("Strict-Transport-Security", "max-age=31536000");
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg).*)"] };
