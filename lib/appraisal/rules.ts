import type { CommandContext } from "@/lib/authz/actor";
import type { RefusalCode } from "@/lib/errors/codes";
import { refuse, type Refusal } from "@/lib/errors/outcome";
import { may, type Verb } from "./permissions";
import { chain, stageOf, stateFor, type OwnStep } from "./stages";
import type { AppraisalState, AppraisalSubject, Stage, StageWindow, StaleAppraisal } from "./types";

export type Stale = Refusal<{ stale: StaleAppraisal }>;

/** Why a change is refused, null when it is not: who, then the version, then the state, then the window. */
export function changeRefusal(
  { actor, now }: Pick<CommandContext, "actor" | "now">,
  subject: AppraisalSubject & { readonly returned: boolean },
  target: { readonly version: number },
  verb: Verb,
): Stale | null {
  const { version, state, returned } = subject;
  const allowed = may(actor, verb, subject);
  if (!allowed.ok && allowed.code === "not_found") return refuse("not_found");
  // Before the version, which others raise: by trying numbers the employee could count HR's and the approver's steps.
  const own = actor.employeeId === subject.employeeId;
  if (!allowed.ok && own) return refuse(allowed.code);
  if (target.version !== version)
    return refuse("stale", { data: { version, state: stateFor(own, state) } });
  if (!allowed.ok) return refuse(allowed.code);
  const shut = windowRefusal(subject, stageOf(state), now, returned);
  return shut === null ? null : refuse(shut);
}

/** Where an appraisal stands after a move, and since when. Only on the way forward a state keeps its instant. */
export function movedColumns(
  from: AppraisalState,
  { to, note }: { readonly to: AppraisalState; readonly note: object | null },
  now: Date,
) {
  const { stamp } = chain.row(to);
  return {
    state: to,
    stateSince: now,
    returnedFrom: note === null ? null : from,
    ...(note === null && stamp !== null ? { [stamp]: now } : {}),
  };
}

/**
 * Whether work of this stage may be written now. Before the window opens and after it closes nothing is accepted,
 * except that work handed back is always open to the one who must mend it, or a return on the last day would be a trap.
 */
export function windowRefusal(
  subject: AppraisalSubject,
  stage: Stage,
  now: Date,
  returned: boolean,
): RefusalCode | null {
  if (subject.cycleState === "closed") return "cycle_closed";
  const window = subject.windows.find((w) => w.stage === stage);
  if (window === undefined) return "window_not_open";
  if (now < window.opensAt) return "window_not_open";
  if (now >= window.closesAt && !returned) return "window_closed";
  return null;
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
