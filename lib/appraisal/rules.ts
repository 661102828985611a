import type { CommandContext } from "@/lib/authz/actor";
import type { RefusalCode } from "@/lib/errors/codes";
import { refuse, type Refusal } from "@/lib/errors/outcome";
import { addDays, type IsoDay } from "@/lib/i18n/zone";
import { may, type Verb } from "./permissions";
import { byName, conditionsOf, isSo, type Holders, type Question, type Relation } from "./standing";
import { chain, stageOf, stateFor, type OwnStep } from "./stages";
import type {
  AppraisalState,
  AppraisalSubject,
  Lock,
  Stage,
  StageWindow,
  StaleAppraisal,
} from "./types";

export type Stale = Refusal<{ stale: StaleAppraisal }>;

type Asker = Pick<CommandContext, "actor" | "now">;
type Asked = AppraisalSubject & { readonly returned: boolean };

/** Why a change is refused, null when it is not: who, then the version, then the state, then the window. */
export function changeRefusal(
  context: Asker,
  subject: Asked,
  target: { readonly version: number },
  verb: Verb,
): Stale | null {
  const { state, returned } = subject;
  const back = takesBack.has(verb) && may(context.actor, verb, subject).ok;
  // What is taken back is written again where it was handed in.
  const at = back ? chain.backward(state) : state;
  const shut = windowRefusal(subject, stageOf(at), context.now, returned);
  // Its version is compared by the work, once it is known that nobody has opened it.
  return entryRefusal(context, subject, back ? subject : target, verb, shut);
}

/** The same whatever the window where it stands: it is given back to where it can be mended. */
export function reopenRefusal(
  context: Asker,
  subject: Asked,
  target: { readonly version: number },
  verb: Verb,
): Stale | null {
  return entryRefusal(context, subject, target, verb, barOf(subject));
}

/** What stands on the server is said to those alone who could do it now: `shut` says why nobody can. */
function entryRefusal(
  { actor }: Pick<Asker, "actor">,
  subject: AppraisalSubject,
  target: { readonly version: number },
  verb: Verb,
  shut: RefusalCode | null,
): Stale | null {
  const { version, state } = subject;
  const allowed = may(actor, verb, subject);
  if (!allowed.ok && allowed.code === "not_found") return refuse("not_found");
  // Before the version, which others raise: by trying numbers the employee could count HR's and the approver's steps.
  const own = actor.employeeId === subject.employeeId;
  if (!allowed.ok && own) return refuse(allowed.code);
  const refused = allowed.ok ? shut : allowed.code;
  if (target.version === version) return refused === null ? null : refuse(refused);
  return refused === null
    ? refuse("stale", { data: { version, state: stateFor(own, state) } })
    : refuse("stale");
}

const takesBack: ReadonlySet<Verb> = new Set(["self.take_back", "manager.take_back"]);

/**
 * Why no decision can be taken back. The version is compared by the work, once it is known that there is a decision of the
 * actor's: where a sheet stands that is closed to them must not follow from the answer.
 */
export function takeBackRefusal(
  { actor }: Pick<CommandContext, "actor">,
  subject: AppraisalSubject,
  _target: unknown,
  verb: Verb,
): Refusal | null {
  const allowed = may(actor, verb, subject);
  if (!allowed.ok) return refuse(allowed.code);
  const barred = barOf(subject);
  return barred === null ? null : refuse(barred);
}

interface Moved {
  readonly to: AppraisalState;
  readonly notes: object | null;
  readonly returnedFrom?: AppraisalState | null;
}

/** Where an appraisal stands after a move, and since when. Only on the way forward a state keeps its instant. */
export function movedColumns(
  from: AppraisalState,
  { to, notes, returnedFrom = null }: Moved,
  now: Date,
) {
  const { stamp } = chain.row(to);
  return {
    state: to,
    stateSince: now,
    returnedFrom: notes === null ? returnedFrom : from,
    ...(notes === null && stamp !== null ? { [stamp]: now } : {}),
  };
}

/** The cycle's windows and the sheet's own make those that hold: it opens with its own, and closes with the later one. */
export function windowsOf(
  given: readonly StageWindow[],
  own: readonly StageWindow[],
): StageWindow[] {
  return given.map((window) => {
    const mine = own.find(({ stage }) => stage === window.stage);
    if (mine === undefined) return window;
    const closesAt = mine.closesAt > window.closesAt ? mine.closesAt : window.closesAt;
    return { ...window, opensAt: mine.opensAt, closesAt };
  });
}

/** Days each stage usually has after the one before closed. */
export const usualDays: Readonly<Record<Stage, number>> = {
  self_review: 7,
  manager_scoring: 7,
  second_level: 3,
  hr_audit: 4,
  approval: 2,
  interview: 5,
  result: 7,
};

/** The hour at which a deadline that follows from a rule falls. */
export const closing = "18:00";

/** Nobody should find a deadline on a Sunday; it moves to Monday. Public holidays are not known here: who makes a schedule is told. */
export function workday(day: IsoDay): IsoDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}

/** What decides whether a sheet can be written on at all. */
type Bounds = Pick<AppraisalSubject, "cycleState" | "pausedAt" | "endedAt" | "windows">;

/** Why nothing at all may be written on a sheet, whatever the stage. */
export function barOf(subject: Omit<Bounds, "windows">): RefusalCode | null {
  if (subject.cycleState === "closed") return "cycle_closed";
  if (subject.endedAt !== null) return "sheet_ended";
  return subject.pausedAt === null ? null : "cycle_paused";
}

/**
 * Whether work of this stage may be written now. Before the window opens and after it closes nothing is accepted,
 * except that work handed back is always open to the one who must mend it, or a return on the last day would be a trap.
 */
export function windowRefusal(
  subject: Bounds,
  stage: Stage,
  now: Date,
  returned: boolean,
): RefusalCode | null {
  const barred = barOf(subject);
  if (barred !== null) return barred;
  const window = subject.windows.find((w) => w.stage === stage);
  if (window === undefined) return "window_not_open";
  if (now < window.opensAt) return "window_not_open";
  if (now >= window.closesAt && !returned) return "window_closed";
  return null;
}

/** The same for a page that shows it before anything is typed. */
export function lockOf(subject: Bounds, stage: Stage, now: Date, returned: boolean): Lock | null {
  const code = windowRefusal(subject, stage, now, returned);
  if (code === null) return null;
  const window = subject.windows.find((w) => w.stage === stage);
  if (code === "window_closed") return { code, at: window?.closesAt ?? null };
  if (code === "cycle_paused") return { code, at: subject.pausedAt };
  if (code === "sheet_ended") return { code, at: subject.endedAt };
  return { code, at: code === "window_not_open" ? (window?.opensAt ?? null) : null };
}

/** What a list of an open cycle's sheets reads beside each of them; nulls without a window. */
export interface ListedWindow extends StepWindow {
  /** Of the cycle. */
  readonly pausedAt: Date | null;
  readonly returned: boolean;
}

export function lockOfListed(
  { pausedAt, opensAt, closesAt, returned }: ListedWindow,
  stage: Stage,
  now: Date,
): Lock | null {
  const windows = opensAt === null || closesAt === null ? [] : [{ stage, opensAt, closesAt }];
  return lockOf({ cycleState: "open", pausedAt, endedAt: null, windows }, stage, now, returned);
}

interface StepWindow {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** A step of several stages opens with the first and closes with the last, whatever their order; nulls without a window. */
export function windowOfStep(windows: readonly StageWindow[], step: OwnStep): StepWindow {
  const stagesOf = chain.rows.filter((row) => row.step === step).map(({ stage }) => stage);
  const own = windows.filter(({ stage }) => stagesOf.includes(stage));
  const opens = own.map(({ opensAt }) => opensAt.getTime());
  const closes = own.map(({ closesAt }) => closesAt.getTime());
  return {
    opensAt: opens.length === 0 ? null : new Date(Math.min(...opens)),
    closesAt: closes.length === 0 ? null : new Date(Math.max(...closes)),
  };
}

/** What keeps somebody from being named for it: nobody scores, besides, what they have judged. */
export function barsTo(relation: Relation): readonly Question[] {
  const { conflicts } = conditionsOf(relation);
  return relation === "manager"
    ? [...conflicts, { kind: "audited" }, { kind: "voted" }]
    : conflicts;
}

/** The first of it that is so beside the others who hold the sheet; null where nothing is. */
export const barTo = (relation: Relation, id: string, holders: Holders): Question | null =>
  barsTo(relation).find((question) => isSo(question, byName(id), holders)) ?? null;
