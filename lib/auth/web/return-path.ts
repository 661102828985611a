/** Header in which `proxy.ts` hands the page's own path to the server components. */
export const pathHeader = "x-tongguan-path";

const nowhere = "http://nowhere.invalid";
const neverBackTo = /^\/(api|_next|sign-in|first-run|invitation|answer)(\/|$|\?|#)/;

/** Only a path of this site leads anywhere after sign-in; whatever else was asked for becomes the home page. */
export function safeReturnPath(wanted: unknown): string {
  if (typeof wanted !== "string" || wanted.length > 2000) return "/";
  if (!/^\/(?![/\\])/.test(wanted) || /[\p{Cc}\\]/u.test(wanted)) return "/";
  const url = URL.parse(wanted, nowhere);
  if (url?.origin !== nowhere) return "/";
  const path = `${url.pathname}${url.search}${url.hash}`;
  return neverBackTo.test(path) || path.startsWith("//") ? "/" : path;
}

export function signInPath(from: string | null): string {
  const next = safeReturnPath(from);
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}
