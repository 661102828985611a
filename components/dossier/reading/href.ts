import type { Place } from "@/lib/dossier/types";

/** The address of a sheet in a room, open at a value where single scores are decided on. */
export function placeHref(room: string, { appraisalId, value }: Place): string {
  const sheet = `${room}/${appraisalId}`;
  return value === null ? sheet : `${sheet}?${new URLSearchParams({ value })}`;
}
