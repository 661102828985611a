import { chain, type AppraisalState, type StatePart } from "@/lib/appraisal/stages";
import type { DepartmentPart } from "./types";

/** Reviews, audit and approval are one part, so that no count gives away a 5. */
const partOf: Readonly<Record<StatePart, DepartmentPart>> = {
  self: "self",
  manager: "manager",
  review: "checks",
  talk: "done",
  done: "done",
};

/** The states of a part of HR's progress; every state is in one. */
export function statesOf(wanted: DepartmentPart): readonly AppraisalState[] {
  return chain.where(({ part }) => partOf[part] === wanted);
}

/** A place in a list ordered by an instant, an id and a position: no name and no score stands in an address. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
  readonly position: number;
}

const shape = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(\d{1,3})$/;

/** Whatever is not a cursor of ours is read as the beginning. */
export function parseCursor(text: string | undefined): Cursor | null {
  const match = shape.exec(text ?? "");
  const [, at, id, position] = match ?? [];
  if (at === undefined || id === undefined || position === undefined) return null;
  return { at: new Date(Number(at)), id, position: Number(position) };
}

export function formatCursor({ at, id, position }: Cursor): string {
  return `${at.getTime()}_${id}_${position}`;
}

/** A sheet that stays this long in one state is worth a question even before its window closes. */
export const STUCK_AFTER_DAYS = 7;
/** Work handed back is expected sooner. */
export const RETURNED_STUCK_AFTER_DAYS = 3;

const day = 86_400_000;

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * day);
}
