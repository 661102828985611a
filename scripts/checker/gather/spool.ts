import { readSync } from "node:fs";
import { z } from "zod";
import { TemporaryFile } from "../read/source";
import type { Checked, CheckedPerson } from "../check";

const FLUSH_AT = 256 * 1024;
const CHUNK = 256 * 1024;

/** What the draw needs to know of a person; the texts around the place where the drawn values go. */
export type Spooled = {
  readonly employee: string;
  readonly manager: string | null;
  readonly candidates: readonly string[];
  readonly before: Buffer;
  readonly after: Buffer;
};

const MARK = '"sample":[]';

/**
 * Results wait here until the whole input has been read, so that a fault at its end leaves stdout empty and the
 * sample can be drawn. Three lines a person: what the draw needs, and the JSON before and after the sample.
 */
export class Spool {
  private readonly file = new TemporaryFile();
  private pending: string[] = [];
  private size = 0;

  add({ person, manager }: Checked) {
    const candidates = person.audit.sample;
    const json = JSON.stringify(withSample(person, []));
    const at = json.lastIndexOf(MARK) + MARK.length - 1;
    const head = JSON.stringify([person.employee, manager, candidates]);
    const lines = `${head}\n${json.slice(0, at)}\n${json.slice(at)}\n`;
    this.pending.push(lines);
    this.size += lines.length;
    if (this.size > FLUSH_AT) this.flush();
  }

  *read(): Generator<Spooled> {
    this.flush();
    let person: Buffer[] = [];
    for (const line of linesOf(this.file.descriptor)) {
      const [head, before] = person;
      if (head === undefined || before === undefined) {
        person.push(line);
        continue;
      }
      yield { ...headOf(head), before, after: line };
      person = [];
    }
  }

  close() {
    this.file.close();
  }

  private flush() {
    if (this.pending.length === 0) return;
    this.file.write(Buffer.from(this.pending.join(""), "utf8"));
    this.pending = [];
    this.size = 0;
  }
}

/** The audit lists with the sample last, so that its place in the text is found from the end. */
function withSample(person: CheckedPerson, sample: readonly string[]): CheckedPerson {
  const { verify, approve, beneficiaryView, refer, sanction } = person.audit;
  return { ...person, audit: { verify, approve, beneficiaryView, refer, sanction, sample } };
}

const headSchema = z.tuple([z.string(), z.string().nullable(), z.array(z.string())]);

function headOf(line: Buffer): Pick<Spooled, "employee" | "manager" | "candidates"> {
  const [employee, manager, candidates] = headSchema.parse(JSON.parse(line.toString("utf8")));
  return { employee, manager, candidates };
}

/** Lines as bytes: what is only passed on is never decoded. */
function* linesOf(descriptor: number): Generator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for (let at = 0; ;) {
    const fresh = Buffer.allocUnsafe(CHUNK);
    const read = readSync(descriptor, fresh, 0, CHUNK, at);
    if (read === 0) return;
    at += read;
    const bytes = Buffer.concat([rest, fresh.subarray(0, read)]);
    let from = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      yield bytes.subarray(from, end);
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
}
