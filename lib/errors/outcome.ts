import type texts from "@/messages/zh/errors.json";
import type { RefusalCode } from "./codes";

/** A key of the `errors` namespace: what has no text cannot be said. */
export type FieldCode = keyof typeof texts;

/** What is wrong at a field, with the figures its text needs. */
export interface FieldFault {
  readonly code: FieldCode;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** What a page needs to know beside the code, by code; the same whatever was asked for. */
interface CommonData {
  readonly too_many_attempts: { readonly minutes: number };
  readonly unavailable: { readonly reference: string };
  readonly unexpected: { readonly reference: string };
}

type DataOf<Code, Data> = Code extends keyof CommonData
  ? CommonData[Code]
  : Code extends keyof Data
    ? Data[Code]
    : never;

interface Refused<Code extends RefusalCode, Data> {
  readonly ok: false;
  readonly code: Code;
  /** Maps a dotted input path to what is wrong there. */
  readonly fields?: Readonly<Record<string, FieldFault>>;
  readonly data?: Data;
}

/** What a refusal may carry beside its code, by code. */
export type RefusalData = Readonly<Partial<Record<RefusalCode, unknown>>>;

/** Nothing beside the code. */
export interface NoData {
  readonly not_found: never;
}

/** An expected “no”. `Data` maps a code to what comes with it, e.g. `stale` to what stands there now. */
export type Refusal<Data extends RefusalData = NoData> = {
  readonly [Code in RefusalCode]: Refused<Code, DataOf<Code, Data>>;
}[RefusalCode];

/** For those who handle a refusal of any command. */
export type AnyRefusal = Refusal<Readonly<Record<Exclude<RefusalCode, keyof CommonData>, unknown>>>;

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export type Outcome<T, Data extends RefusalData = NoData> = Success<T> | Refusal<Data>;

export type AnyOutcome = Success<unknown> | AnyRefusal;

export function ok<T>(value: T): Success<T> {
  return { ok: true, value };
}

type RefusedAny<Code, Data> = Code extends RefusalCode ? Refused<Code, Data> : never;

interface Details {
  readonly fields?: Readonly<Record<string, FieldFault>>;
}

export function refuse<Code extends RefusalCode, Data>(
  code: Code,
  details: Details & { readonly data: Data },
): RefusedAny<Code, Data>;
export function refuse<Code extends RefusalCode>(
  code: Code,
  details?: Details,
): RefusedAny<Code, never>;
export function refuse(code: RefusalCode, details: Details & { readonly data?: unknown } = {}) {
  return { ok: false, code, ...details };
}

/** One field is at fault; `name` is whom its text names. */
export function atField(field: string, code: FieldCode, name?: string): Refusal {
  const fault: FieldFault = name === undefined ? { code } : { code, data: { name } };
  return refuse("invalid_input", { fields: { [field]: fault } });
}
