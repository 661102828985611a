import { isLanguage, languageOf, plain, say, type TextKey } from "./words";

const known: Readonly<Record<string, TextKey>> = {
  ENOENT: "file-missing",
  ENOTDIR: "file-missing",
  EISDIR: "file-is-folder",
  EACCES: "file-forbidden",
  EPERM: "file-forbidden",
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EROFS: "file-forbidden",
  EEXIST: "file-exists",
};

type Surroundings = { readonly environment: Readonly<Record<string, string | undefined>> };

/** What the system refused, as one line; a defect of the checker with its stack, so that it can be reported. */
export function explainError(
  error: unknown,
  args: readonly string[],
  { environment }: Surroundings,
): string[] {
  const asked = args[args.indexOf("--lang") + 1];
  const language = isLanguage(asked) ? asked : languageOf(environment);
  if (!(error instanceof Error)) return [say(language, "defect", { text: String(error) })];
  const code = "code" in error ? String(error.code) : "";
  const file = "path" in error ? plain(String(error.path), 200) : "";
  const key = known[code];
  if (key !== undefined) return [say(language, key, { file })];
  return [say(language, "defect", { text: error.stack ?? error.message })];
}
