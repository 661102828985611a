import { namedFor, type Line, type Relation } from "./standing";

/** The words a chain is written in. */
export interface Names {
  readonly state: string;
  readonly stage: string;
  readonly step: string;
  readonly group: string;
  readonly part: string;
  readonly task: string;
}

/** One state of an appraisal: all there is to know of it. */
export interface Row<N extends Names = Names> {
  readonly state: N["state"];
  /** The window it must be done in. */
  readonly stage: N["stage"];
  /** Who must act next; null: nobody. */
  readonly turn: Relation | null;
  /** Where it may move on to; where some need no visit, the first that does is taken. */
  readonly next: readonly N["state"][];
  /** Where it may be handed back to. */
  readonly back: N["state"] | null;
  /** The column that keeps when it last came here on its way forward. */
  readonly stamp: "finalAt" | "publishedAt" | null;
  /** What the employee is shown. Second level, HR's audit and approval are one step, or it would tell that a 5 is pending. */
  readonly step: N["step"];
  /** Where the manager's list has it. */
  readonly group: N["group"];
  /** Where HR's counts have it. */
  readonly part: N["part"];
  /** What home asks of the person whose turn it is, and the page where it is done; for one's own appraisal the id follows `href`. */
  readonly task: { readonly kind: N["task"]; readonly href: string } | null;
}

/** The review chain in its order. `docs/how-to/new-stage.md` says what else a new row needs. */
const table = [
  {
    state: "self_review",
    stage: "self_review",
    turn: "self",
    next: ["manager_scoring"],
    back: null,
    stamp: null,
    step: "self_review",
    group: "awaiting_self",
    part: "self",
    task: { kind: "self_review", href: "/self-review" },
  },
  {
    state: "manager_scoring",
    stage: "manager_scoring",
    turn: "manager",
    next: ["second_level"],
    back: "self_review",
    stamp: null,
    step: "manager_scoring",
    group: "to_score",
    part: "manager",
    task: { kind: "manager_scoring", href: "/manager-scoring" },
  },
  {
    state: "second_level",
    stage: "second_level",
    turn: "second_level",
    next: ["hr_audit", "approval", "interview"],
    back: "manager_scoring",
    stamp: null,
    step: "review",
    group: "in_review",
    part: "review",
    task: { kind: "second_level", href: "/second-level" },
  },
  {
    state: "hr_audit",
    stage: "hr_audit",
    turn: "hr",
    next: ["approval", "interview"],
    back: "manager_scoring",
    stamp: null,
    step: "review",
    group: "in_review",
    part: "review",
    task: { kind: "hr_audit", href: "/hr-audit" },
  },
  {
    state: "approval",
    stage: "approval",
    turn: "approver",
    next: ["interview"],
    back: "manager_scoring",
    stamp: null,
    step: "review",
    group: "in_review",
    part: "review",
    task: { kind: "approval", href: "/approvals" },
  },
  {
    state: "interview",
    stage: "interview",
    turn: "manager",
    next: ["published"],
    back: null,
    stamp: "finalAt",
    step: "interview",
    group: "to_interview",
    part: "talk",
    task: { kind: "interview", href: "/manager-scoring?state=interview" },
  },
  {
    state: "published",
    stage: "result",
    turn: "self",
    next: ["acknowledged", "objected"],
    back: null,
    stamp: "publishedAt",
    step: "result",
    group: "done",
    part: "talk",
    task: { kind: "result", href: "/results" },
  },
  {
    state: "acknowledged",
    stage: "result",
    turn: null,
    next: ["objected"],
    back: null,
    stamp: null,
    step: "result",
    group: "done",
    part: "done",
    task: null,
  },
  {
    state: "objected",
    stage: "result",
    turn: "hr",
    next: [],
    back: null,
    stamp: null,
    step: "result",
    group: "done",
    part: "talk",
    task: { kind: "objection", href: "/hr-audit" },
  },
] as const satisfies readonly Row[];

type Written = (typeof table)[number];
interface Known extends Names {
  readonly state: Written["state"];
  readonly stage: Written["stage"];
  readonly step: Written["step"];
  readonly group: Written["group"];
  readonly part: Written["part"];
  readonly task: NonNullable<Written["task"]>["kind"];
}

export type AppraisalState = Known["state"];
export type Stage = Known["stage"];
export type OwnStep = Known["step"];
export type StatePart = Known["part"];
export type StateTask = Known["task"];

const once = <T>(words: readonly T[]): readonly T[] => [...new Set(words)];

/** Everything that is asked of a chain, so that a test can ask it of another one. */
export function chainOf<N extends Names>(rows: readonly Row<N>[]) {
  const states = rows.map(({ state }) => state);
  const row = (state: N["state"]): Row<N> => {
    const found = rows.find((candidate) => candidate.state === state);
    if (found === undefined) throw new Error(`no state ${state}`);
    return found;
  };
  return {
    rows,
    states,
    stages: once<N["stage"]>(rows.map(({ stage }) => stage)),
    steps: once<N["step"]>(rows.map(({ step }) => step)),
    parts: once<N["part"]>(rows.map(({ part }) => part)),
    row,
    /** Where it moves on to; `to` chooses among several. Throws where there is no such way: a defect, not a refusal. */
    forward: (state: N["state"], to?: N["state"]): N["state"] => {
      const { next } = row(state);
      const [found, ...others] = to === undefined ? next : next.filter((one) => one === to);
      if (found === undefined || others.length > 0)
        throw new Error(`no one way from ${state} on to ${to ?? "what comes next"}`);
      return found;
    },
    /** Where it is handed back to; throws where there is no way back. */
    backward: (state: N["state"]): N["state"] => {
      const { back } = row(state);
      if (back === null) throw new Error(`no way back from ${state}`);
      return back;
    },
    where: (holds: (row: Row<N>) => boolean): readonly N["state"][] =>
      rows.filter(holds).map(({ state }) => state),
    /** This state and all behind it. */
    from: (state: N["state"]): readonly N["state"][] => states.slice(states.indexOf(state)),
    after: (state: N["state"]): readonly N["state"][] => states.slice(states.indexOf(state) + 1),
  };
}

export const chain = chainOf<Known>(table);

export const appraisalStates = chain.states;
export const stages = chain.stages;
export const ownSteps = chain.steps;

/** The employee is shown the result from publication on, and nothing of it before. */
export const publishedStates = chain.where(({ step }) => step === "result");
/** What HR may reopen: it reads the sheet. */
export const reopenable = chain.after("second_level");
/** Nobody has anything left to do: an objection still waits for its decision. */
export const doneStates = chain.where(({ part }) => part === "done");

export const stageOf = (state: AppraisalState): Stage => chain.row(state).stage;
export const stepOf = (state: AppraisalState): OwnStep => chain.row(state).step;
/** What the employee is shown of a stage. */
export const stepOfStage = (stage: Stage): OwnStep =>
  chain.row(chain.where((row) => row.stage === stage)[0] ?? "self_review").step;
/** Which state it is; the person themself is shown its step alone, or a refusal could tell that a 5 is pending. */
export const stateFor = (own: boolean, state: AppraisalState): AppraisalState | undefined =>
  own ? undefined : state;
export const isPublished = (state: AppraisalState): boolean => publishedStates.includes(state);
export const isDone = (state: AppraisalState): boolean => doneStates.includes(state);
interface Place {
  readonly state: AppraisalState;
  readonly returnedFrom: AppraisalState | null;
}

/** Whether a sheet came back to this state and waits to be mended there. */
export const isReturnedTo = (to: AppraisalState, { state, returnedFrom }: Place): boolean =>
  state === to && returnedFrom !== null;
/** Whether `state` lies behind the other, e.g. whether the self-review was handed in. */
export const isAfter = (state: AppraisalState, other: AppraisalState): boolean =>
  chain.after(other).includes(state);

export interface Turn {
  readonly relation: Relation;
  /** Null where it is an office's: HR's of the department, or for an approval the HR administrators'. */
  readonly personId: string | null;
}

/** Whose turn it is; null when nothing is left to do. */
export function turnOf({ state, ...line }: Line & { readonly state: AppraisalState }): Turn | null {
  const { turn: relation } = chain.row(state);
  return relation === null ? null : { relation, personId: namedFor(relation, line) };
}
