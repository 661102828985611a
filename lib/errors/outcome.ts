import type { RefusalCode } from "./codes";

/** A message key of the `errors` namespace with the figures its text needs. */
export interface FieldFault {
  readonly code: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** An expected "no". `fields` maps a dotted input path to what is wrong there. `data` carries what the page needs to show both sides. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly fields?: Readonly<Record<string, FieldFault>>;
  readonly data?: unknown;
}

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export type Outcome<T> = Success<T> | Refusal;

export function ok<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function refuse(
  code: RefusalCode,
  details: { fields?: Readonly<Record<string, FieldFault>>; data?: unknown } = {},
): Refusal {
  return { ok: false, code, ...details };
}
