"use client";

import { useCallback, useMemo, useState } from "react";
import type { SessionSnapshot, Slots } from "@/components/autosave/types";
import { useSession } from "@/components/autosave/use-session";
import type { AppraisalTarget } from "@/lib/appraisal/schema";
import type { AppraisalState } from "@/lib/appraisal/types";
import { postCommand, type NoAnswer, type Unsaved } from "@/lib/commands/client";
import type { Refusal, Success } from "@/lib/errors/outcome";
import type { FrameworkDocument, PolicyDocument, SheetResult } from "@/lib/scoring";
import { draftResultOf, missingFor, resultOf, writtenIn, type Missing } from "@/lib/sheet/rules";
import type { Sheet, SheetPair, SheetValue, Side, StaleSheet } from "@/lib/sheet/types";
import { sessionFor, sheetValues, type SheetSession } from "./kind";

/** What the server gave the page; the other side's sheet is as it is, this side's is where editing starts. */
export interface OpenedSheet {
  readonly appraisalId: string;
  readonly version: number;
  readonly state: AppraisalState;
  readonly framework: FrameworkDocument;
  readonly policy: PolicyDocument;
  readonly sheets: SheetPair;
  /** Values of which the other side's sheet is closed to this one; none where it is absent. */
  readonly unseen?: readonly string[];
}

export interface SheetEditor extends SessionSnapshot<SheetValue> {
  readonly side: Side;
  readonly framework: FrameworkDocument;
  readonly policy: PolicyDocument;
  readonly sheets: SheetPair;
  readonly own: Sheet;
  readonly unseen: ReadonlySet<string>;
  readonly result: SheetResult;
  readonly missing: readonly Missing[];
  readonly unsaved: boolean;
  /** Keys of values where this page and the server hold different texts. */
  readonly disputed: readonly string[];
  readonly session: SheetSession;
  readonly edit: (key: string, change: (value: SheetValue) => SheetValue) => void;
  /** Saves first; then sends the stage's own command with the version that save ended at. */
  readonly submit: <Result extends Submitted>(
    post: (target: AppraisalTarget) => Promise<Result>,
  ) => Promise<Result | Unsaved>;
}

type Submitted =
  | Success<{ readonly version: number }>
  | Refusal<{
      readonly stale: StaleSheet;
      readonly incomplete: unknown;
      readonly unchanged: unknown;
      readonly other_score: unknown;
    }>
  | NoAnswer;

function sheetOf(side: Side, opened: OpenedSheet, slots: Slots<SheetValue>): Sheet {
  const values = opened.sheets[side].values.map((value) => slots[value.key]?.ours ?? value);
  return { side, values };
}

/**
 * The state of one side's sheet: scored after every click, saved by itself. What the server has not acknowledged outlives a
 * reload in the tab: docs/decisions/2026-11-30-typed-text-is-kept-in-the-tab.md.
 */
export function useSheet(opened: OpenedSheet, side: Side, writable: boolean): SheetEditor {
  const [session] = useState(() => {
    const { appraisalId, version, state, sheets } = opened;
    const values = sheets[side].values;
    return sessionFor(
      `${side}:${appraisalId}`,
      { version, state, values },
      {
        kind: sheetValues,
        appraisalId,
        version,
        state,
        values,
        send: (input) =>
          postCommand(side === "self" ? "self-review.save" : "manager-scoring.save", input, {
            outlivesPage: document.visibilityState === "hidden",
          }),
      },
    );
  });
  const snapshot = useSession(session, writable ? `sheet:${side}:${opened.appraisalId}` : null);
  const own = useMemo(() => sheetOf(side, opened, snapshot.slots), [side, opened, snapshot.slots]);
  const sheets = useMemo<SheetPair>(
    () => (side === "self" ? { ...opened.sheets, self: own } : { ...opened.sheets, manager: own }),
    [opened, own, side],
  );
  const { framework, policy, state } = opened;
  const unseen = useMemo(() => new Set(opened.unseen), [opened.unseen]);
  const result = useMemo(() => {
    if (state !== writtenIn[side]) return resultOf(framework, policy, sheets, side);
    return draftResultOf(framework, policy, sheets, side, unseen);
  }, [framework, policy, sheets, side, state, unseen]);
  const missing = useMemo(() => missingFor(result, own), [result, own]);
  const submit = useSubmit(session, opened.appraisalId);
  return {
    ...snapshot,
    side,
    framework,
    policy,
    sheets,
    own,
    unseen,
    result,
    missing,
    unsaved: session.unsaved,
    disputed: Object.keys(snapshot.slots).filter((key) => snapshot.slots[key]?.theirs != null),
    session,
    edit: session.edit,
    submit,
  };
}

function useSubmit(session: SheetSession, appraisalId: string): SheetEditor["submit"] {
  return useCallback(
    async (post) => {
      if (!(await session.flush())) return { ok: false, code: "unsaved" };
      const { version } = session.read();
      const answer = await post({ appraisalId, version });
      if (answer.ok) session.finish(answer.value.version);
      else if (answer.code === "stale" && answer.data !== undefined) session.adopt(answer.data);
      else session.close(answer.code);
      return answer;
    },
    [session, appraisalId],
  );
}
