import type { HalfPoints, Rules } from "@/lib/scoring";
import type { Note } from "../tables/remarks";
import { plain, type Language } from "../words";
import { widthOf } from "../write/width";
import type { Checked } from "../check";

/** Whole hundredths of a point, halves up, from a sum of half-points: made of integers so that it is the same anywhere. */
function average(sum: HalfPoints, people: number): number | null {
  return people === 0 ? null : Math.floor((sum * 100 + people) / (2 * people)) / 100;
}

function countUp(counts: Map<string, number>, key: string) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const shownWidth = (text: string) => widthOf(plain(text, 200));

/** Counts over everybody, in memory that does not grow with them. */
export class Tally {
  people = 0;
  private scored = 0;
  private sum: HalfPoints = 0;
  /** Columns of a table the longest number, name (0 where nobody has one) and band need. */
  readonly widest = { employee: 0, name: 0, band: 1 };
  errors = 0;
  infos = 0;
  private stated = 0;
  private readonly codes = new Map<string, { errors: number; infos: number }>();
  private readonly bands = new Map<string, number>();
  private readonly consequences = new Map<string, number>();
  private readonly audit = {
    verify: 0,
    sample: 0,
    approve: 0,
    beneficiaryView: 0,
    refer: 0,
    sanction: 0,
  };

  get isAnyStated() {
    return this.stated > 0;
  }

  /** What concerns the file as a whole counts as the problems of people do. */
  addNotes(notes: readonly Note[]) {
    for (const note of notes) this.count(note);
  }

  private count({ code, severity }: Pick<Note, "code" | "severity">) {
    const row = this.codes.get(code) ?? { errors: 0, infos: 0 };
    this.codes.set(code, row);
    if (severity === "error") row.errors += 1;
    else row.infos += 1;
    if (severity === "error") this.errors += 1;
    else this.infos += 1;
  }

  add({ person, total }: Checked) {
    this.people += 1;
    this.widest.employee = Math.max(this.widest.employee, shownWidth(person.employee));
    this.widest.name = Math.max(this.widest.name, shownWidth(person.name ?? ""));
    this.widest.band = Math.max(this.widest.band, widthOf(person.bandName ?? ""));
    if (total !== null) {
      this.scored += 1;
      this.sum += total;
    }
    if (person.band !== null) countUp(this.bands, person.band);
    for (const code of new Set(person.consequences.map((one) => one.code)))
      countUp(this.consequences, code);
    this.audit.verify += person.audit.verify.length;
    this.audit.approve += person.audit.approve.length;
    this.audit.beneficiaryView += person.audit.beneficiaryView.length;
    this.audit.refer += person.audit.refer.length;
    this.audit.sanction += person.audit.sanction.length;
    const all = [
      ...person.problems,
      ...Object.values(person.values).flatMap((one) => one.problems),
    ];
    for (const problem of all) this.count(problem);
    this.stated += Object.values(person.values).filter(({ stated }) => stated === true).length;
  }

  summary({ framework, policy }: Rules, language: Language, draw: Draw | null) {
    return {
      people: this.people,
      scored: this.scored,
      open: this.people - this.scored,
      stated: this.stated,
      problems: {
        errors: this.errors,
        infos: this.infos,
        byCode: Object.fromEntries([...this.codes].sort(([a], [b]) => (a < b ? -1 : 1))),
      },
      averageTotal: average(this.sum, this.scored),
      maxTotal: framework.values.reduce((sum, value) => sum + value.rungs.length, 0),
      bands: Object.fromEntries(policy.bands.map(({ key }) => [key, this.bands.get(key) ?? 0])),
      bandNames: Object.fromEntries(policy.bands.map(({ key, name }) => [key, name[language]])),
      consequences: Object.fromEntries(
        policy.consequences.map(({ code }) => [code, this.consequences.get(code) ?? 0]),
      ),
      audit: { ...this.audit, sample: draw?.drawn ?? 0 },
      sample: draw,
    };
  }
}

/** How the sample was drawn, so that anybody can draw it again. */
export type Draw = { readonly seed: string; readonly percent: number; readonly drawn: number };
export type Summary = ReturnType<Tally["summary"]>;
