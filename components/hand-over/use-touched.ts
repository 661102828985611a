"use client";

import { useState } from "react";
import type { HeldSheet, TouchedSheets } from "@/lib/hand-over/types";
import { nothingTyped } from "./decision-fields";
import { decisionOn, type TypedDecision } from "./touched-sheets";

interface Refused {
  readonly ok: boolean;
  readonly code?: string;
  readonly data?: unknown;
}

const none: readonly HeldSheet[] = [];

const isTouched = (data: unknown): data is TouchedSheets =>
  typeof data === "object" && data !== null && "sheets" in data;

/** The sheets a refused change touches, and what is decided on them; sent with the next try. */
export function useTouched(decision: TypedDecision["decision"], ownNumber?: string) {
  const undecided: TypedDecision = { ...nothingTyped, decision, stays: [] };
  const [sheets, setSheets] = useState(none);
  const [typed, setTyped] = useState(undecided);
  const own = sheets.every(({ number }) => number === ownNumber);
  const transferred = sheets.every(({ posts }) => posts.every((post) => post === "department"));
  const because = own
    ? transferred
      ? ("transfer" as const)
      : ("manager" as const)
    : ("away" as const);
  return {
    sheets,
    typed,
    change: (change: Partial<TypedDecision>) => setTyped((before) => ({ ...before, ...change })),
    /** For the command's input. */
    decided: sheets.length === 0 ? {} : { sheets: decisionOn(sheets, typed) },
    because,
    /** Shows the sheets of an answer that asks for a decision; gives the answer on. */
    look: <Answer extends Refused>(answer: Answer): Answer => {
      if (answer.code === "sheets_open" && isTouched(answer.data)) setSheets(answer.data.sheets);
      if (answer.ok) setSheets(none);
      return answer;
    },
  };
}
