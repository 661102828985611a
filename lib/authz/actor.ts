/** What of somebody's work a deputy can do. */
export const deputyRooms = ["manager", "second_level", "hr", "approver"] as const;
export type DeputyRoom = (typeof deputyRooms)[number];

/** Somebody away whom the actor stands in for just now. */
export interface Deputyship {
  readonly delegationId: string;
  readonly forId: string;
  readonly forName: string;
  readonly rooms: readonly DeputyRoom[];
  /** Of these people and departments alone, with all below them; of all where neither is named. */
  readonly employeeIds: readonly string[];
  readonly departmentIds: readonly string[];
  /** Departments where the one away is HR partner, with everything below them. */
  readonly hrDepartmentIds: readonly string[];
  /** Everybody above the deputy: nobody judges those they report to. */
  readonly above: readonly string[];
}

/** The person at the keyboard, read anew from the database at every request. */
export interface Actor {
  readonly employeeId: string;
  readonly name: string;
  readonly number: string;
  /** May set up cycles, frameworks and people and see progress counts; sees no content by this alone. */
  readonly isHrAdmin: boolean;
  /** Departments granted as HR partner, with everything below them. */
  readonly hrDepartmentIds: ReadonlySet<string>;
  /** Absent: for nobody. */
  readonly deputyFor?: readonly Deputyship[];
  /** Whose confirmed declared relation to the person runs. Absent: nobody's. */
  readonly relatedIds?: ReadonlySet<string>;
}

/** HR partner of some department; an administrator alone is none. */
export const isHrPartner = ({ hrDepartmentIds }: Actor): boolean => hrDepartmentIds.size > 0;

/** Whether the person stands in for somebody away in this room. */
export const isDeputyIn = (
  room: DeputyRoom,
  { deputyFor = [] }: Pick<Actor, "deputyFor">,
): boolean => deputyFor.some(({ rooms }) => rooms.includes(room));

/** What a command knows besides its input. `now` is given so that windows can be tested. */
export interface CommandContext {
  readonly actor: Actor;
  readonly now: Date;
}

/** Commands without a session, before anybody is signed in. */
export interface PublicContext {
  readonly now: Date;
}

/** The same where attempts are counted by where they come from. */
export interface VisitorContext extends PublicContext {
  readonly address: string;
}
