import { IMPORT_BYTES } from "@/lib/ruleset/types";

export type FileRead =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: "fileTooLarge" | "fileNotText" };

/** The words of a file; not those of another encoding, which would come in as question marks. */
export async function readTextFile(file: File): Promise<FileRead> {
  if (file.size > IMPORT_BYTES) return { ok: false, reason: "fileTooLarge" };
  try {
    const bytes = await file.arrayBuffer();
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, reason: "fileNotText" };
  }
}

export const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000);
