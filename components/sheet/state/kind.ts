import { sessionPool } from "@/components/autosave/session-pool";
import type { SaveSession } from "@/components/autosave/session";
import type { Kind } from "@/components/autosave/types";
import { emptyValue } from "@/lib/sheet/rules";
import type { SheetValue } from "@/lib/sheet/types";

export type SheetSession = SaveSession<SheetValue>;

export const sessionFor = sessionPool<SheetValue>();

/** A sheet is saved value by value. Faults name cases by id: the list may have moved on since the save was sent. */
export const sheetValues: Kind<SheetValue> = {
  empty: emptyValue,
  is: isValue,
  // "value.cases.0.title" → "cases.<id>.title".
  faultsIn: (fields, sent) =>
    Object.fromEntries(
      Object.entries(fields).map(([path, fault]) => [
        path
          .replace(/^value\./, "")
          .replace(
            /^cases\.(\d+)/,
            (_, index: string) => `cases.${sent.cases[Number(index)]?.id ?? index}`,
          ),
        fault,
      ]),
    ),
};

function isValue(found: unknown): found is SheetValue {
  return (
    isObject(found) &&
    typeof found["key"] === "string" &&
    typeof found["justification"] === "string" &&
    typeof found["inDoubt"] === "boolean" &&
    isObject(found["judgements"]) &&
    Array.isArray(found["cases"])
  );
}

function isObject(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === "object" && found !== null;
}
