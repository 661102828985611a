"use client";

import { useMemo } from "react";
import { focusWhenThere } from "@/components/ui/focus/focusable";
import type { FieldFault } from "@/lib/errors/outcome";
import type { RungDefinition, Verdict } from "@/lib/scoring";
import { valueOf } from "@/lib/sheet/rules";
import type { SheetCase, SheetValue } from "@/lib/sheet/types";
import {
  addCase,
  changeCase,
  confirmPresumed,
  judge,
  placeCase,
  placesFor,
  removeCase,
  restoreCase,
  unjudge,
  type CasePlace,
  type CaseText,
} from "./edits";
import { caseFieldId } from "./ids";
import { newId } from "../cases/new-id";
import type { SheetEditor } from "./use-sheet";

/** What a ladder can do to its value. */
export interface ValueEditor {
  /** Null takes the verdict back. */
  readonly judge: (rung: RungDefinition, verdict: Verdict | null) => void;
  /** Says that nothing is against what is presumed; `withdraw` takes every verdict of the value back. */
  readonly confirm: (rungs: readonly RungDefinition[]) => void;
  readonly withdraw: () => void;
  readonly addCase: (rung: RungDefinition) => void;
  readonly changeCase: (id: string, text: Partial<CaseText>) => void;
  /** Gives what undoes it. */
  readonly removeCase: (rung: RungDefinition, id: string) => () => void;
  /** Where else it could stand. */
  readonly placesFor: (item: SheetCase) => ReturnType<typeof placesFor>;
  /** Its text and its id stay. Gives what undoes it. */
  readonly moveCase: (rung: RungDefinition, item: SheetCase, to: CasePlace) => () => void;
  readonly setJustification: (text: string) => void;
  readonly setInDoubt: (inDoubt: boolean) => void;
  /** What the server refused, by path inside the value: "justification", "judgements.3", "cases.<id>.title". */
  readonly faults: Readonly<Record<string, FieldFault>>;
}

const noCases: readonly SheetCase[] = [];

/** Null when the value cannot be written any more. While two versions wait to be chosen between, typing goes on in this page's. */
export function useValueEditor(editor: SheetEditor, key: string): ValueEditor | null {
  const { edit, side, closed, sheets, framework, own, unseen } = editor;
  const slot = editor.slots[key];
  const seen = side === "manager" ? valueOf(sheets.self, key).cases : noCases;
  const others = unseen.has(key) ? null : seen;
  const faults = slot?.faults;
  const writable = closed === null && slot !== undefined;
  return useMemo(() => {
    if (!writable || faults === undefined) return null;
    const change = (next: (value: SheetValue) => SheetValue) => edit(key, next);
    return {
      judge: (rung, verdict) =>
        change((value) =>
          verdict === null ? unjudge(value, rung) : judge(value, rung, verdict, others, newId),
        ),
      confirm: (rungs) => change((value) => confirmPresumed(value, rungs)),
      withdraw: () => change((value) => ({ ...value, judgements: {} })),
      addCase: (rung) => {
        const id = newId();
        change((value) => addCase(value, rung, id));
        focusWhenThere(caseFieldId(id, "happenedOn"));
      },
      changeCase: (id, text) => change((value) => changeCase(value, id, text)),
      removeCase: (rung, id) => {
        let before: SheetValue | null = null;
        change((value) => {
          before = value;
          return removeCase(value, rung, id, others);
        });
        return () => {
          change((value) => (before === null ? value : restoreCase(value, before, id)));
          focusWhenThere(caseFieldId(id, "happenedOn"));
        };
      },
      placesFor: (item) => placesFor(item, framework.values, own.values),
      moveCase: (rung, item, to) => {
        let before: SheetValue | null = null;
        const taken = (value: SheetValue) => {
          before = value;
          return removeCase(value, rung, item.id, others);
        };
        const put = (value: SheetValue) => placeCase(value, { ...item, rung: to.point });
        if (to.value === key) change((value) => put(taken(value)));
        else {
          edit(to.value, put);
          change(taken);
        }
        return () => {
          edit(to.value, (value) => ({
            ...value,
            cases: value.cases.filter(({ id }) => id !== item.id),
          }));
          change((value) => (before === null ? value : restoreCase(value, before, item.id)));
        };
      },
      setJustification: (justification) => change((value) => ({ ...value, justification })),
      setInDoubt: (inDoubt) => change((value) => ({ ...value, inDoubt })),
      faults,
    };
  }, [edit, key, others, writable, faults, framework, own]);
}
