import type { roleNames } from "./schema";

export type RoleName = (typeof roleNames)[number];

export interface GrantView {
  readonly id: string;
  readonly role: RoleName;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly departmentNameEn: string | null;
}

/** The roles as they stand now, with their version. */
export interface HeldRoles {
  readonly version: number;
  readonly grants: readonly Pick<GrantView, "id" | "role" | "departmentId">[];
}

/** The answer to a granted role. */
export interface Granted {
  readonly grantId: string;
}

/** Shown once: only a hash of the token is kept. */
export interface NewInvitation {
  readonly path: string;
  readonly expiresAt: string;
}

export interface OpenInvitation {
  readonly name: string;
  readonly number: string;
}

/** Sign-ins with somebody's login that did not succeed. */
export interface FailedSignIns {
  readonly count: number;
  readonly lastAt: string;
}

export interface OwnAccess {
  readonly hasPassword: boolean;
  readonly passwordChangedAt: string | null;
  /** The live sign-ins, newest first, each with the failures before it. */
  readonly signIns: readonly { readonly at: string; readonly failuresBefore: number }[];
  /** Since the newest of them. */
  readonly failuresSince: number;
  readonly hasExternalIdentity: boolean;
}
