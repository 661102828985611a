import { constants, crc32, deflateRawSync } from "node:zlib";

/** A file in an archive. What is stated of it may be a lie; `at` puts it over another one. */
export type ArchiveEntry = {
  readonly name: string;
  readonly packed: Buffer;
  readonly stated: number;
  readonly sum?: number;
  readonly over?: number;
};

export function entryOf(name: string, text: string): ArchiveEntry {
  const bytes = Buffer.from(text);
  return { name, packed: deflateRawSync(bytes), stated: bytes.length, sum: crc32(bytes) };
}

/** A piece repeated until it is huge, packed without ever being there: each copy begins anew for the packer. */
export function repeated(name: string, begin: string, piece: string, times: number, end: string) {
  const flushed = (text: string) =>
    deflateRawSync(Buffer.from(text), { finishFlush: constants.Z_FULL_FLUSH });
  const copies = 1_000;
  const block = flushed(piece.repeat(copies));
  const blocks = Array.from({ length: times / copies }, () => block);
  const packed = Buffer.concat([flushed(begin), ...blocks, deflateRawSync(Buffer.from(end))]);
  return { name, packed, stated: begin.length + piece.length * times + end.length };
}

function localOf({ name, packed, stated, sum = 0 }: ArchiveEntry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(sum, 14);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(stated, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name, "latin1"), packed]);
}

function listedOf({ name, packed, stated, sum = 0 }: ArchiveEntry, at: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(8, 10);
  head.writeUInt32LE(sum, 16);
  head.writeUInt32LE(packed.length, 20);
  head.writeUInt32LE(stated, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, Buffer.from(name, "latin1")]);
}

/** An archive byte by byte, so that it can be one no honest program writes. */
export function archiveOf(entries: readonly ArchiveEntry[], stated = entries.length): Buffer {
  const locals: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    listed.push(listedOf(entry, entry.over ?? at));
    if (entry.over !== undefined) continue;
    const local = localOf(entry);
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(stated, 0xfffe), 8);
  end.writeUInt16LE(Math.min(stated, 0xfffe), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The files around a worksheet `xl/worksheets/sheet1.xml` and shared strings, without the two. */
export const aroundSheet: readonly ArchiveEntry[] = [
  entryOf(
    "[Content_Types].xml",
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  ),
  entryOf(
    "_rels/.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  entryOf(
    "xl/workbook.xml",
    `<workbook xmlns="${space}" xmlns:r="${type}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  entryOf(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${type}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  ),
];

export const SHEET = "xl/worksheets/sheet1.xml";
export const SHARED_STRINGS = "xl/sharedStrings.xml";
export const sheetBegin = `<worksheet xmlns="${space}"><sheetData>`;
export const sheetEnd = "</sheetData></worksheet>";
export const stringsBegin = `<sst xmlns="${space}">`;
