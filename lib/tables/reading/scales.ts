import type { Caps } from "../caps.ts";
import { tooLarge } from "../fault.ts";
import type { Cell, Row } from "../types.ts";

function charactersOf(cell: Cell | null, most: number): number {
  if (cell === null) return 0;
  if (cell.text.length > most) throw tooLarge("cell", most);
  if (cell.kind === "formula") return cell.text.length + charactersOf(cell.stored, most);
  return cell.text.length + (cell.format?.length ?? 0);
}

/** Weighs the texts of a file as they are handed over, and stops as soon as they are too much. */
export class TextScales {
  private readonly caps: Caps;
  private characters = 0;

  constructor(caps: Caps) {
    this.caps = caps;
  }

  /** The characters of a row. */
  weigh({ cells }: Row): number {
    const { cell: most, characters } = this.caps;
    const weight = cells.reduce((sum, cell) => sum + charactersOf(cell, most), 0);
    this.characters += weight;
    if (this.characters > characters) throw tooLarge("characters", characters);
    return weight;
  }
}
