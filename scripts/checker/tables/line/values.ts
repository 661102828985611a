import { maxOfValue, type FrameworkDocument } from "@/lib/scoring";
import type { GivenValue, NotAsked, Part } from "../../read/appraisal";
import * as cells from "../cells";
import type { ValueColumns } from "../layout";
import type { Line } from "./line";
import type { Cell } from "../place";

const LONGEST = { title: 2_000, justification: 20_000 };

/** Reads what a row says of one value. */
export class ValueReader {
  private readonly most: ReadonlyMap<string, number>;
  private readonly checklists: ReadonlySet<string>;

  constructor(framework: FrameworkDocument) {
    this.most = new Map(framework.values.map((value) => [value.key, maxOfValue(value) / 2]));
    const checklists = framework.values.filter(({ gated }) => !gated);
    this.checklists = new Set(checklists.map(({ key }) => key));
  }

  valueOf(line: Line, columns: ValueColumns, key: string | null): GivenValue {
    const { parts, rungs } = columns;
    const value: GivenValue = { rungs: [], cases: [], notAsked: notAskedIn(columns) };
    const isChecklist = key !== null && this.checklists.has(key);
    for (const [rung, column] of rungs.rung) {
      const asked = line.ask(column);
      const verdict = asked === null ? null : cells.verdictOf(asked, isChecklist);
      while (verdict !== null && (value.rungs?.length ?? 0) < rung) value.rungs?.push(null);
      if (verdict !== null) value.rungs?.splice(rung - 1, 1, verdict);
    }
    for (const kind of ["supports", "contradicts"] as const)
      for (const [rung, column] of rungs[kind]) {
        const asked = line.ask(column);
        if (asked !== null)
          value.cases?.push({ rung, kind, title: cells.textOf(asked, LONGEST.title) });
      }
    const score = line.ask(parts.get("score"));
    const most = this.most.get(key ?? "");
    // Of a value nobody knows nothing is said but that there is no such value.
    if (score !== null && most !== undefined && !cells.isLeftOpen(score) && !cells.isExempt(score))
      value.score = cells.scoreOf(score, most);
    const justification = line.ask(parts.get("justification"));
    if (justification !== null)
      value.justification = cells.textOf(justification, LONGEST.justification);
    const doubt = line.ask(parts.get("inDoubt"));
    if (doubt !== null) value.inDoubt = cells.doubtOf(doubt);
    return value;
  }
}

function notAskedIn({ parts, rungs }: ValueColumns): NotAsked {
  return {
    cases: rungs.supports.size === 0 && rungs.contradicts.size === 0,
    justification: !parts.has("justification"),
    verdicts: rungs.rung.size === 0,
  };
}

/** Kept for every row of the file: it must hold nothing of the row but its number. */
export function placesOfParts(
  { anyCellAt, row: { number } }: Line,
  { parts, rungs }: ValueColumns,
  value: number | undefined,
) {
  const score = parts.get("score");
  return (part: Part): Cell => {
    const own = part.kind === "rung" ? rungs.rung.get(part.rung) : undefined;
    const field = part.kind === "justification" ? parts.get("justification") : undefined;
    const isFigure = part.kind === "rung" || part.kind === "score";
    const column = isFigure ? (own ?? score ?? value) : (field ?? value ?? score);
    return anyCellAt(number, column ?? rungs.rung.get(1) ?? 0);
  };
}
