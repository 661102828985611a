/**
 * Types that come out of JSON as they went in. A Date would become text and a Map an empty object, so neither fits. A
 * member that is undefined is left out, and is undefined again to whoever reads it.
 */
type Json<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends
        | Date
        | ReadonlyMap<unknown, unknown>
        | ReadonlySet<unknown>
        | bigint
        | symbol
        | ((...given: never[]) => unknown)
    ? never
    : { readonly [Key in keyof T]: Json<T[Key]> };

/** An answer as it arrives: the type itself, or nothing that fits where JSON would change it. */
export type Arrived<T> = T extends Json<T> ? T : never;

/** An input as a caller may hold it: what is only read may be read-only, and an entry that is undefined is not sent. */
export type Sent<T> = T extends readonly (infer Item)[]
  ? readonly Sent<Item>[]
  : T extends object
    ? string extends keyof T
      ? { readonly [Key in keyof T]: Sent<T[Key]> | undefined }
      : { readonly [Key in keyof T]: Sent<T[Key]> }
    : T;
