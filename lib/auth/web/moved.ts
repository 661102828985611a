/** Addresses of earlier versions; each leads on by its shape alone, so that nothing is said about what exists. */
const moved: readonly (readonly [old: RegExp, now: string])[] = [
  [/^\/me$/, "/mine"],
  [/^\/me\/security$/, "/security"],
  [/^\/me\/reviews\/([^/]+)$/, "/self-review/$1"],
  [/^\/me\/results\/([^/]+)$/, "/results/$1"],
  [/^\/team$/, "/manager-scoring"],
  [/^\/team\/([^/]+)$/, "/manager-scoring/$1"],
  [/^\/team\/([^/]+)\/interview$/, "/interview/$1"],
  [/^\/review$/, "/second-level"],
  [/^\/review\/([^/]+)$/, "/second-level/$1"],
  [/^\/audit$/, "/hr-audit"],
  [/^\/audit\/([^/]+)$/, "/hr-audit/$1"],
];

/** The path that took the place of an earlier one; null: it is none. */
export function movedTo(pathname: string): string | null {
  const found = moved.find(([old]) => old.test(pathname));
  return found === undefined ? null : pathname.replace(...found);
}
