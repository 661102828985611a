import { createInflateRaw } from "node:zlib";
import type { Caps } from "../caps.ts";
import { TableFault, tooLarge } from "../fault.ts";

/** A file inside an archive; `packed` lies in the archive. */
type Entry = {
  readonly packed: Uint8Array;
  readonly isDeflated: boolean;
  /** What the archive says it unpacks to, in bytes. */
  readonly stated: number;
};

type Place = { readonly start: number; readonly end: number };

const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const WIDE_END = 0x06064b50;
const WIDE_LOCATOR = 0x07064b50;
const WIDE_FIELD = 1;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
/** Stands where a figure needs 64 bits and is written elsewhere. */
const ELSEWHERE = 0xffff_ffff;
const ELSEWHERE_SHORT = 0xffff;

const broken = () => new TableFault("not-a-workbook");

class Archive {
  readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  short(at: number): number {
    return this.view.getUint16(at, true);
  }

  word(at: number): number {
    return this.view.getUint32(at, true);
  }

  long(at: number): number {
    return Number(this.view.getBigUint64(at, true));
  }

  /** Where the list of entries begins, and how many it has. */
  directory(): { readonly at: number; readonly count: number } {
    const end = this.end();
    const [count, at] = [this.short(end + 10), this.word(end + 16)];
    if (count !== ELSEWHERE_SHORT && at !== ELSEWHERE) return { at, count };
    if (end < 20 || this.word(end - 20) !== WIDE_LOCATOR) throw broken();
    const wide = this.long(end - 12);
    if (this.word(wide) !== WIDE_END) throw broken();
    return { at: this.long(wide + 48), count: this.long(wide + 32) };
  }

  private end(): number {
    const last = this.bytes.length - END_LENGTH;
    for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
      if (this.word(at) === END) return at;
    throw broken();
  }

  /** Size unpacked, size packed and place of an entry; those of 64 bits stand in a field behind its name. */
  figures(at: number): { stated: number; packed: number; local: number } {
    const figures = {
      stated: this.word(at + 24),
      packed: this.word(at + 20),
      local: this.word(at + 42),
    };
    const end = at + ENTRY_LENGTH + this.short(at + 28) + this.short(at + 30);
    let field = at + ENTRY_LENGTH + this.short(at + 28);
    while (field + 4 <= end && this.short(field) !== WIDE_FIELD) field += 4 + this.short(field + 2);
    let from = field + 4;
    for (const name of ["stated", "packed", "local"] as const) {
      if (figures[name] !== ELSEWHERE) continue;
      if (from + 8 > end) throw broken();
      figures[name] = this.long(from);
      from += 8;
    }
    return figures;
  }
}

function entryAt(archive: Archive, at: number): { entry: Entry; place: Place } {
  const { stated, packed, local } = archive.figures(at);
  const method = archive.short(at + 10);
  // A size that is only written behind the data would have to be searched for in what is hostile.
  const isSizeLeftOpen = (archive.short(at + 8) & 8) !== 0 && packed === 0;
  if (archive.word(local) !== LOCAL || (method !== 0 && method !== 8) || isSizeLeftOpen)
    throw broken();
  const start = local + LOCAL_LENGTH + archive.short(local + 26) + archive.short(local + 28);
  const end = start + packed;
  if (end > archive.bytes.length) throw broken();
  const entry = { packed: archive.bytes.subarray(start, end), isDeflated: method === 8, stated };
  return { entry, place: { start: local, end } };
}

function refuseOverlaps(places: Place[]) {
  places.sort((a, b) => a.start - b.start);
  for (const [index, { start }] of places.entries())
    if (start < (places[index - 1]?.end ?? 0)) throw broken();
}

function entriesOf(archive: Archive, caps: Caps): Entry[] {
  const { at: first, count } = archive.directory();
  if (count > caps.entries) throw tooLarge("entries", caps.entries);
  const entries: Entry[] = [];
  const places: Place[] = [];
  let at = first;
  for (let index = 0; index < count; index += 1) {
    if (archive.word(at) !== ENTRY) throw broken();
    const { entry, place } = entryAt(archive, at);
    entries.push(entry);
    places.push(place);
    at += ENTRY_LENGTH + archive.short(at + 28) + archive.short(at + 30) + archive.short(at + 32);
  }
  refuseOverlaps(places);
  return entries;
}

/** A cell is written with four to eight tags; so are the texts of cells that stand in a list of their own. */
const TAGS_OF_CELL = 10;
const TAG = 0x3c;

function tagsIn(chunk: Uint8Array): number {
  let tags = 0;
  for (const byte of chunk) if (byte === TAG) tags += 1;
  return tags;
}

/** Weighs what entries unpack to, piece by piece, and stops as soon as it is too much. */
class Scales {
  private readonly caps: Caps;
  private bytes = 0;
  private tags = 0;

  constructor(caps: Caps) {
    this.caps = caps;
  }

  async weigh({ packed, isDeflated, stated }: Entry) {
    const { unpacked } = this.caps;
    if (this.bytes + stated > unpacked) throw tooLarge("unpacked", unpacked);
    const before = this.bytes;
    if (isDeflated) await this.inflate(packed);
    else this.add(packed);
    if (this.bytes - before !== stated) throw broken();
  }

  private async inflate(packed: Uint8Array) {
    const inflating = createInflateRaw();
    inflating.end(packed);
    try {
      for await (const chunk of inflating) if (chunk instanceof Uint8Array) this.add(chunk);
    } catch (error) {
      throw error instanceof TableFault ? error : broken();
    }
  }

  private add(chunk: Uint8Array) {
    const { unpacked, cells } = this.caps;
    this.bytes += chunk.length;
    if (this.bytes > unpacked) throw tooLarge("unpacked", unpacked);
    this.tags += tagsIn(chunk);
    if (this.tags > cells * TAGS_OF_CELL) throw tooLarge("cells", cells);
  }
}

/**
 * Looks a workbook's archive over before anything of it is read: not too many entries, none inside or over another,
 * none that unpacks to something else than it says, all of them together not too large. Keeps nothing of it.
 */
export async function inspectArchive(bytes: Uint8Array, caps: Caps) {
  const scales = new Scales(caps);
  try {
    for (const entry of entriesOf(new Archive(bytes), caps)) await scales.weigh(entry);
  } catch (error) {
    // Figures that point outside the file.
    if (error instanceof RangeError) throw broken();
    throw error;
  }
}
