import { emailLimit } from "@/lib/fields/limits";
import type { NewInvitation, RoleName } from "@/lib/access/types";

/** Limits of the texts; the database's columns have the same, save for what is searched for. */
export const peopleLimits = { number: 40, name: 120, email: emailLimit, search: 60 } as const;

export const presentStatuses = ["active", "on_leave"] as const;
export const personStatuses = [...presentStatuses, "left"] as const;
export type PersonStatus = (typeof personStatuses)[number];

export interface PersonLink {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** Somebody who has left with reports who have no other manager yet. */
export interface LeftManager extends PersonLink {
  readonly reports: number;
}

/** Who has the number or the address already, or one that is another only by the zeros in front. */
interface KnownPerson {
  readonly person: PersonLink;
}

/** Both names, because the language is the reader's. */
export interface DepartmentName {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
}

export interface PersonRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly email: string | null;
  readonly status: PersonStatus;
  readonly department: DepartmentName;
  readonly managerName: string | null;
  readonly roles: readonly RoleName[];
  readonly hasSignIn: boolean;
}

export interface PeoplePage {
  readonly rows: readonly PersonRow[];
  /** 工号 after which the next page begins; null at the end. */
  readonly next: string | null;
  readonly total: number;
  /** How many come before this page. */
  readonly before: number;
}

export interface PersonDetail extends Omit<PersonRow, "managerName" | "roles"> {
  readonly version: number;
  readonly rolesVersion: number;
  readonly jobTitle: string;
  readonly hireDate: string;
  readonly manager: PersonLink | null;
  readonly reports: readonly PersonLink[];
  readonly heads: readonly DepartmentName[];
  readonly invitationUntil: string | null;
}

/** The answer of every command on one person. */
export interface ChangedPerson {
  readonly employeeId: string;
  readonly version: number;
}

/** Somebody who is back, with the link to a new password. */
export interface ReturnedPerson extends ChangedPerson, NewInvitation {}

/** A person as the form has them: every field is text. */
interface PersonTexts {
  readonly number: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly departmentId: string;
  readonly managerNumber: string;
  readonly hireDate: string;
  readonly status: string;
}

/** What stands there instead of what a change was based on. */
export interface StalePerson {
  readonly version: number;
  readonly current: PersonTexts;
}

/** Who has that number or address, or one that may be meant for it. */
export interface Taken {
  readonly duplicate: KnownPerson;
}

export interface GoneManager extends PersonLink {
  readonly reports: number;
}
