import { readFileSync } from "node:fs";
import path from "node:path";
import { drawsFileSchema, type DrawsFile } from "@/lib/sample/schema";
import { canonical, isRedrawn, seedHash } from "@/lib/scoring";
import { refuse } from "../faults";
import type { ExitCode, Io } from "../run";
import { plain, say, type Language } from "../words";

function fileAt(file: string, { folder }: Io, language: Language): DrawsFile {
  const text = readFileSync(path.resolve(folder, file), "utf8");
  const read = (): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };
  const parsed = drawsFileSchema.safeParse(read());
  if (parsed.success) return parsed.data;
  return refuse(say(language, "redraw-no-draws", { file: plain(file, 200) }));
}

/** Draws again what an exported cycle drew. 0: all as recorded; 1: something is not. */
export function redraw(file: string, language: Language, io: Io): ExitCode {
  const { seed, hash, cycle, draws } = fileAt(file, io, language);
  const sealed = seedHash(seed) === hash;
  const lines = draws.map((draw) => {
    const inOrder = canonical(draw.population).every((item, i) => item === draw.population[i]);
    const same = inOrder && isRedrawn(draw, { percent: draw.percent, seed });
    const told = { draw: draw.draw, all: draw.population.length };
    const about = { ...told, drawn: draw.drawn.length, percent: draw.percent };
    return { same, line: say(language, same ? "redraw-same" : "redraw-differs", about) };
  });
  const all = sealed && lines.every(({ same }) => same);
  const head = say(language, sealed ? "redraw-hash" : "redraw-no-hash", { ...cycle });
  const text = [
    head,
    ...lines.map(({ line }) => line),
    say(language, all ? "redraw-all" : "redraw-not"),
  ];
  io.stdout.write(text.map((line) => `${line}\n`).join(""));
  return all ? 0 : 1;
}
