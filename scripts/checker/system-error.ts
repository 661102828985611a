import { plain, say, type Language, type TextKey } from "./words";

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
  ENAMETOOLONG: "file-name-too-long",
};

/** What the system refused, as one line; a defect of the checker with its stack, so that it can be reported. */
export function explainError(error: unknown, language: Language): string[] {
  if (!(error instanceof Error)) return [say(language, "defect", { text: String(error) })];
  const code = "code" in error ? String(error.code) : "";
  const file = "path" in error ? plain(String(error.path), 200) : "";
  const key = known[code];
  if (key !== undefined) return [say(language, key, { file })];
  return [say(language, "defect", { text: error.stack ?? error.message })];
}
