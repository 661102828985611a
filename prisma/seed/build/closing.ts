import type { SheetResult } from "@/lib/scoring";
import { addDays, dayIn, instantAt } from "@/lib/i18n/zone";
import { idOfPerson } from "./company";
import { texts } from "./data";
import { timeZone } from "./quarters";
import { reached, type Sheets, type Story } from "./story";

/** Interview, publication and the employee's answer. */
export function addClosing(story: Story, { sheets, result }: Sheets): void {
  if (!reached(story, "published")) return;
  const { id, rows, line, person, place, appraisal } = story;
  const by = line.managerKey;
  const at = story.record({ kind: "interview.recorded" }, 0.8, by);
  story.record({ kind: "result.published" }, 0.8, by);
  Object.assign(appraisal, { publishedAt: at, stateSince: at });
  const answered = place.state !== "published";
  const { contest } = place;
  const kind = contest === undefined ? "interview.confirmed" : "interview.contested";
  const said = answered || contest !== undefined ? story.record({ kind }, 0.86, person.key) : null;
  const given = contest === undefined ? { confirmedAt: said } : { contest, contestedAt: said };
  rows.interviews.push({
    appraisalId: id,
    heldOn: new Date(`${dayIn(at, timeZone)}T00:00:00Z`),
    ...minutesOf(story, sheets, result),
    ...{ recordedById: idOfPerson(by), recordedAt: at, ...given },
  });
  if (answered) answer(story);
}

/** Days from the seed to each proposal, by who made it; the interview of a place that is still to be held. */
export function addAppointments(story: Story): void {
  const { id, cycle, rows, line, person, place } = story;
  for (const [sequence, { by, inDays, time, where, note }] of (
    place.appointments ?? []
  ).entries()) {
    const key = by === "self" ? person.key : line.managerKey;
    const at = story.record({ kind: "interview.arranged", sequence }, 0.84 + sequence * 0.04, key);
    rows.appointments.push({
      ...{ appraisalId: id, sequence, minutes: 45, place: where, note: note ?? "" },
      startsAt: instantAt(addDays(dayIn(cycle.until, timeZone), inDays), time, timeZone),
      ...{ byId: idOfPerson(key), at },
    });
  }
}

function answer(story: Story) {
  const { id, rows, person, place, appraisal } = story;
  const objected = place.state === "objected";
  const kind = objected ? "objected" : "accepted";
  const event = objected ? "result.objected" : "result.acknowledged";
  const at = story.record({ kind: event }, 0.89, person.key);
  appraisal.stateSince = at;
  rows.answers.push({ appraisalId: id, kind, text: place.objection ?? "", at });
}

function minutesOf({ dice, ruleset }: Story, sheets: Sheets["sheets"], result: SheetResult) {
  const ranked = [...result.values].sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const nameOf = (key: string) =>
    ruleset.framework.values.find((value) => value.key === key)?.name.zh ?? "";
  const best = ranked[0]?.key ?? "";
  const worst = ranked.at(-1)?.key ?? "";
  const cases = [...sheets.self.values, ...sheets.manager.values].flatMap(({ key, cases }) =>
    cases.map((item) => ({ ...item, key })),
  );
  const praised = cases.findLast((item) => item.key === best && item.kind === "supports");
  const deducted = cases.filter((item) => item.kind === "contradicts");
  const fill = (text: string, title = praised?.title ?? "") =>
    text
      .replaceAll("{best}", nameOf(best))
      .replaceAll("{worst}", nameOf(worst))
      .replaceAll("{case}", title);
  return {
    good: fill(dice.pick(texts.good)),
    short: fill(dice.pick(texts.short)),
    direction: fill(dice.pick(texts.direction)),
    told: [...new Set(deducted.map(({ key }) => key))],
    deductions:
      deducted.length === 0
        ? texts.noDeductions
        : deducted
            .map(({ key, title }) =>
              texts.deductions.replace("{worst}", nameOf(key)).replace("{case}", title),
            )
            .join("\n"),
    minutes: fill(dice.pick(texts.minutes)),
  };
}
