import { Prisma } from "@/lib/db/generated/client";

/** A place in a list ordered by an instant, an id and a position: no name and no score stands in an address. */
interface Cursor {
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

/** For WHERE: what follows the cursor in a list ordered by these three columns, or all of it where there is none. */
export function following(after: string | undefined, columns: Prisma.Sql): Prisma.Sql {
  const cursor = parseCursor(after);
  return cursor === null
    ? Prisma.empty
    : Prisma.sql`AND (${columns}) > (${cursor.at}::timestamptz, ${cursor.id}::uuid, ${cursor.position}::int)`;
}

/** One page of a list that was asked for one row more than the page holds; `next` is null where nothing follows. */
export function pageOf<Row>(
  listed: readonly Row[],
  size: number,
  placeOf: (row: Row) => Cursor,
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const rows = listed.slice(0, size);
  const last = listed.length > size ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : formatCursor(placeOf(last)) };
}
