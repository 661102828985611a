import { readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { z } from "zod";
import { TemporaryFile } from "../read/source";
import type { Checked, CheckedPerson } from "../check";

const FLUSH_AT = 1024 * 1024;

/** What the draw needs to know of a person; the texts around the place where the drawn values go. */
export type Spooled = {
  readonly employee: string;
  readonly manager: string | null;
  readonly candidates: readonly string[];
  readonly before: string;
  readonly after: string;
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
    let head = "";
    let before = "";
    let line = 0;
    for (const text of linesOf(this.file.descriptor)) {
      if (line % 3 === 0) head = text;
      else if (line % 3 === 1) before = text;
      else yield { ...headOf(head), before, after: text };
      line += 1;
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
  const { verify, approve, beneficiaryView, refer } = person.audit;
  return { ...person, audit: { verify, approve, beneficiaryView, refer, sample } };
}

const headSchema = z.tuple([z.string(), z.string().nullable(), z.array(z.string())]);

function headOf(line: string): Pick<Spooled, "employee" | "manager" | "candidates"> {
  const [employee, manager, candidates] = headSchema.parse(JSON.parse(line));
  return { employee, manager, candidates };
}

function* linesOf(descriptor: number): Generator<string> {
  const buffer = Buffer.allocUnsafe(256 * 1024);
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for (let at = 0; ;) {
    const read = readSync(descriptor, buffer, 0, buffer.length, at);
    if (read === 0) return;
    at += read;
    const lines = (rest + decoder.write(buffer.subarray(0, read))).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
