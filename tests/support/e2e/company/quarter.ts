import { z } from "zod";
import type { HalfPoints } from "@/lib/scoring";
import { valueWith } from "../../sheets";
import { framework } from "../texts";
import { personIn, type Role } from "./cast";
import { today, type SmallCompany } from "./small-company";

/** Half-points by value; whoever has no others has enough for a pass and nothing HR must look at. */
export type Scores = Readonly<Record<string, HalfPoints | undefined>>;
export const usual: Scores = {
  ...{ "customer-first": 7, teamwork: 7, "embrace-change": 6 },
  ...{ integrity: 6, passion: 6, dedication: 6 },
};
/** Six times 2: the lowest band without a single low score. */
export const lowest: Scores = Object.fromEntries(Object.keys(usual).map((key) => [key, 4]));
export const words = "事实与周报逐条核对过。";

const versioned = z.looseObject({ version: z.number() });
const sheetRow = z.object({ id: z.string(), version: z.number(), state: z.string() });

/** One quarter of the small company: what a test is not about is done by commands. */
export class SmallQuarter {
  constructor(
    readonly company: SmallCompany,
    readonly cycleId: string,
  ) {}

  async sheet(role: Role) {
    const { rows } = await this.company.site.database.query(
      `SELECT a.id, a.version, a.state::text AS state FROM appraisal a
       JOIN employee e ON e.id = a.employee_id WHERE e.number = $1`,
      [personIn(role).number],
    );
    return sheetRow.parse(rows[0]);
  }

  async target(role: Role) {
    const { id: appraisalId, version } = await this.sheet(role);
    return { appraisalId, version };
  }

  async idsOf(roles: readonly Role[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const role of roles) ids.push((await this.sheet(role)).id);
    return ids;
  }

  async stateOf(role: Role): Promise<string> {
    return (await this.sheet(role)).state;
  }

  /** Judges some values of a side so that they come to these scores. */
  private async judge(
    by: Role,
    whose: Role,
    command: "self-review.save" | "manager-scoring.save",
    scores: Scores,
  ): Promise<void> {
    let target = await this.target(whose);
    for (const value of framework.values) {
      const score = scores[value.key];
      if (score === undefined) continue;
      const input = { ...target, value: valueWith(value, score) };
      const { version } = versioned.parse(await this.company.does(by, command, input));
      target = { ...target, version };
    }
  }

  async handInSelf(role: Role, scores: Scores = {}): Promise<void> {
    await this.judge(role, role, "self-review.save", { ...usual, ...scores });
    await this.company.does(role, "self-review.submit", await this.target(role));
  }

  score(by: Role, whose: Role, scores: Scores): Promise<void> {
    return this.judge(by, whose, "manager-scoring.save", scores);
  }

  async handInScores(by: Role, whose: Role): Promise<void> {
    const given = { ...(await this.target(whose)), textsStand: true };
    await this.company.does(by, "manager-scoring.submit", given);
  }

  /** Of the second level or its deputy. */
  async agree(by: Role, ...sheets: readonly Role[]): Promise<void> {
    const items = [];
    for (const role of sheets) items.push(await this.target(role));
    const answer = await this.company.does(by, "second-level.agree", { items, comment: "" });
    const { refused } = z.looseObject({ refused: z.array(z.unknown()) }).parse(answer);
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
  }

  /** Confirms whatever HR has to look at; the rest has nothing to confirm. */
  async verify(whose: Role): Promise<void> {
    for (const { key } of framework.values) {
      if ((await this.stateOf(whose)) !== "hr_audit") return;
      const given = { ...(await this.target(whose)), value: key, comment: words };
      await this.company.tries("partner", "hr-audit.confirm", given);
    }
  }

  async talk(by: Role, whose: Role): Promise<void> {
    await this.company.does(by, "interview.record", {
      ...(await this.target(whose)),
      ...{ draftVersion: 0, heldOn: today(), told: [] },
      ...{ good: words, short: words, direction: words, deductions: words, minutes: words },
    });
  }

  async acknowledge(role: Role): Promise<void> {
    await this.company.does(role, "result.confirm-minutes", await this.target(role));
    const answer = { ...(await this.target(role)), answer: "accepted" as const };
    await this.company.does(role, "result.acknowledge", answer);
  }

  /** The status with which a page of somebody's sheet answers. */
  async page(by: Role, room: string, whose: Role): Promise<number> {
    const { id } = await this.sheet(whose);
    const path = room.replace(":id", id);
    const answer = await this.company.as(by).get(path, { maxRedirects: 0 });
    return answer.status();
  }

  /** Where the employee could read these words, on a page or in the data it is made of; the result is not there yet. */
  async readBy(whose: Role, secret: string): Promise<readonly string[]> {
    const { id } = await this.sheet(whose);
    const own = this.company.as(whose);
    const found: string[] = [];
    for (const path of ["/", "/mine", `/self-review/${id}`, `/appraisals/${id}/trail`]) {
      const answer = await own.get(path);
      if (answer.status() !== 200) throw new Error(`${path}: ${answer.status()}`);
      if ((await answer.text()).includes(secret)) found.push(path);
    }
    return found;
  }

  /** How many scores took part in draws; `drawn`: how many were drawn. */
  async sampled(which: "all" | "drawn"): Promise<number> {
    const where = which === "all" ? "" : "WHERE drawn";
    return Number(await this.company.one(`SELECT count(*)::text FROM sample_item ${where}`));
  }
}
