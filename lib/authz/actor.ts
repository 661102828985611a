/** The person at the keyboard, read anew from the database at every request. */
export interface Actor {
  readonly employeeId: string;
  readonly name: string;
  readonly number: string;
  /** May set up cycles, frameworks and people and see progress counts; sees no content by this alone. */
  readonly isHrAdmin: boolean;
  /** Departments granted as HR partner, with everything below them. */
  readonly hrDepartmentIds: ReadonlySet<string>;
}

/** HR partner of some department; an administrator alone is none. */
export const isHrPartner = ({ hrDepartmentIds }: Actor): boolean => hrDepartmentIds.size > 0;

/** What a command knows besides its input. `now` is given so that windows can be tested. */
export interface CommandContext {
  readonly actor: Actor;
  readonly now: Date;
}

/** Commands without a session, before anybody is signed in. */
export interface PublicContext {
  readonly now: Date;
}
