import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { refuse } from "../faults";
import { plain, say, type Language } from "../words";
import { fileOutput, tryFile, type Output } from "./output";

/** What the system said of the unfinished file, said of the one that was asked for. */
function opened<T>(file: string, language: Language, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const { code } = error;
    if (code !== "ENOENT" && code !== "ENOTDIR") throw Object.assign(error, { path: file });
    const folder = statSync(path.dirname(file), { throwIfNoEntry: false });
    const key = folder?.isDirectory() === true ? "file-forbidden" : "out-folder-missing";
    return refuse(say(language, key, { file: plain(file, 200) }));
  }
}

export function outputTo(file: string, language: Language): Output {
  return opened(file, language, () => fileOutput(file));
}

/** Refuses a `file` that could not be written, before hours of reading are spent for nothing. */
export function refuseUnwritable(file: string, language: Language) {
  opened(file, language, () => {
    tryFile(file);
  });
}

/** Whether two names lead to one file. */
export function isSameFile(one: string, other: string): boolean {
  if (one === other) return true;
  if (!existsSync(one) || !existsSync(other)) return false;
  const [a, b] = [statSync(one), statSync(other)];
  return a.isFile() && a.ino === b.ino && a.dev === b.dev;
}
