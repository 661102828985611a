import "server-only";
import type { CommandContext } from "@/lib/authz/actor";
import { concernsOneself } from "@/lib/authz/not-yourself";
import type { Tx } from "@/lib/db/transaction";
import { atField, refuse, type Refusal } from "@/lib/errors/outcome";
import {
  changePerson,
  changePersonIn,
  deactivatePerson,
  type Consent,
} from "@/lib/people/commands";
import { endForLeaver } from "@/lib/participation/commands";
import type { ChangeWithSheetsInput, LeaveWithSheetsInput, TouchedDecision } from "../schema";
import { readHeld, readOwnHeld, readOwnIn } from "../store";
import type { HeldSheet, PersonPost, TouchedSheets } from "../types";
import { give } from "./give";
import { transfer } from "./transfer";

type SheetsOpen = Refusal<{ sheets_open: TouchedSheets }>;

/** Thrown to roll back; never leaves this file. */
class NotGiven extends Error {
  constructor(readonly refusal: SheetsOpen) {
    super();
  }
}

/** Sheets a change takes out of somebody's hands. */
interface Touched {
  readonly fromId: string;
  readonly posts: readonly PersonPost[] | null;
  readonly sheets: readonly HeldSheet[];
  /** Known where the change itself names the successor. */
  readonly successorNumber?: string;
}

interface Asked {
  readonly decision: TouchedDecision | undefined;
  /** Whether the holders may stay until their sheets are done: not somebody whose account is off. */
  readonly mayFinish: boolean;
  /** Where the person goes to another department: the own sheets that are not in it. */
  readonly transfer?: { readonly departmentId: string; readonly sheets: readonly HeldSheet[] };
}

/** Each sheet once, whatever it is touched by. */
function allOf(sheets: readonly HeldSheet[]): readonly HeldSheet[] {
  return [...Map.groupBy(sheets, ({ appraisalId }) => appraisalId).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, posts: same.flatMap(({ posts }) => posts) }];
  });
}

/** Throws unless the change may take effect. A decision holds for the very sheets it was taken on. */
async function settle(
  tx: Tx,
  context: CommandContext,
  touched: readonly Touched[],
  { decision, mayFinish, transfer: moving }: Asked,
): Promise<void> {
  const sheets = allOf([...touched, ...(moving === undefined ? [] : [moving])].flatMap(sheetsOf));
  if (sheets.length === 0) return;
  const undecided = refuse("sheets_open", { data: { sheets } });
  const ids = new Set(sheets.map(({ appraisalId }) => appraisalId));
  if (decision?.appraisalIds.length !== ids.size) throw new NotGiven(undecided);
  if (!decision.appraisalIds.every((id) => ids.has(id))) throw new NotGiven(undecided);
  const finishing = decision.decision === "finish" ? decision.appraisalIds : (decision.stays ?? []);
  if (finishing.length > 0 && !mayFinish)
    throw new NotGiven(atField("sheets.decision", "leaver_cannot_finish"));
  const goes = ({ appraisalId }: HeldSheet) => !finishing.includes(appraisalId);
  await passPartnersOn(tx, context, touched, (sheet) => !goes(sheet));
  if (decision.decision === "finish") return;
  const { way, reason, note } = decision;
  if (moving !== undefined) {
    const appraisalIds = moving.sheets.filter(goes).map(({ appraisalId }) => appraisalId);
    const fault = await transfer(tx, context, { ...moving, appraisalIds, reason });
    if (fault !== null) throw new NotGiven(fault.code === "stale" ? undecided : atSheets(fault));
  }
  for (const { fromId, posts, sheets: own, successorNumber } of touched) {
    const appraisalIds = own.filter(goes).map(({ appraisalId }) => appraisalId);
    if (appraisalIds.length === 0) continue;
    const to = successorNumber ?? decision.successorNumber;
    const given = await give(tx, context, {
      ...{ fromId, posts, appraisalIds },
      decision: { successorNumber: to, way, reason, note },
    });
    if (!given.ok) throw new NotGiven(given.code === "stale" ? undecided : atSheets(given));
  }
}

const sheetsOf = ({ sheets }: { readonly sheets: readonly HeldSheet[] }) => sheets;

/** An HR partner who is away sees nothing of the departments, so what they hold as one cannot wait for them. */
async function passPartnersOn(
  tx: Tx,
  context: CommandContext,
  touched: readonly Touched[],
  stays: (sheet: HeldSheet) => boolean,
): Promise<void> {
  for (const { fromId, sheets } of touched) {
    const held = sheets.filter((sheet) => stays(sheet) && sheet.posts.includes("hr_partner"));
    if (held.length === 0) continue;
    const given = await give(tx, context, {
      ...{ fromId, posts: ["hr_partner"], appraisalIds: held.map((one) => one.appraisalId) },
      decision: { successorNumber: "", way: "continue", reason: "partner_away", note: "" },
    });
    if (!given.ok) throw new NotGiven(given.code === "stale" ? refuse("stale") : atSheets(given));
  }
}

/** The fields of the decision stand in the form under `sheets`. */
function atSheets(refusal: Exclude<SheetsOpen, { code: "stale" }>): SheetsOpen {
  const fields = Object.entries(refusal.fields ?? {}).map(
    ([name, fault]) => [name === "appraisalIds" ? "decision" : name, fault] as const,
  );
  return fields.length === 0
    ? refusal
    : refuse("invalid_input", {
        fields: Object.fromEntries(fields.map(([name, fault]) => [`sheets.${name}`, fault])),
      });
}

async function unlessUndecided<T>(change: Promise<T>): Promise<T | SheetsOpen> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof NotGiven) return error.refusal;
    throw error;
  }
}

/**
 * Changes a person. A new manager, a new department and a long absence touch sheets under way: without a decision on them
 * nothing happens, and it is answered with the sheets.
 */
export function changeWithSheets(context: CommandContext, input: ChangeWithSheetsInput) {
  const { sheets: decision, ...fields } = input;
  return unlessUndecided(changePerson(context, fields, consentFor(context, input, decision)));
}

/** The same in a transaction that holds the structure; a refusal is for the caller to roll back. */
export function changeWithSheetsIn(tx: Tx, context: CommandContext, input: ChangeWithSheetsInput) {
  const { sheets: decision, ...fields } = input;
  const consent = consentFor(context, input, decision);
  return unlessUndecided(changePersonIn(tx, context, fields, consent));
}

function consentFor(
  context: CommandContext,
  { employeeId, managerNumber }: ChangeWithSheetsInput,
  decision: TouchedDecision | undefined,
): Consent {
  return async (tx, { before, after }) => {
    const touched: Touched[] = [];
    // The first manager anybody may enter: a company begins with one administrator.
    const judges = before.managerId !== null && after.managerId !== before.managerId;
    if (judges && concernsOneself(context.actor, [employeeId]))
      throw new NotGiven(atField("managerNumber", "not_yourself"));
    if (after.managerId !== null && after.managerId !== before.managerId) {
      const own = await readOwnHeld(tx, context.actor, employeeId, after.managerId);
      for (const [fromId, sheets] of Map.groupBy(own, ({ managerId }) => managerId))
        touched.push({ fromId, posts: ["manager"], sheets, successorNumber: managerNumber });
    }
    if (after.status === "on_leave" && before.status !== "on_leave") {
      const sheets = await readHeld(tx, context.actor, employeeId);
      touched.push({ fromId: employeeId, posts: null, sheets });
    }
    const { departmentId } = after;
    const stays = departmentId === before.departmentId;
    const sheets = stays ? [] : await readOwnIn(tx, context.actor, employeeId, departmentId);
    await settle(tx, context, touched, {
      ...{ decision, mayFinish: true },
      ...(stays ? {} : { transfer: { departmentId, sheets } }),
    });
  };
}

/** Nobody's sheets may be left to an account that is off; the own ones end where they are, or go on without their person. */
export function leaveWithSheets(context: CommandContext, input: LeaveWithSheetsInput) {
  const { sheets: decision, own = "end", reason = "", ...target } = input;
  const consent: Consent = async (tx) => {
    const sheets = await readHeld(tx, context.actor, target.employeeId);
    const touched = [{ fromId: target.employeeId, posts: null, sheets }];
    await settle(tx, context, touched, { decision, mayFinish: false });
    await endForLeaver(tx, context, { employeeId: target.employeeId, own, reason });
  };
  return unlessUndecided(deactivatePerson(context, target, consent));
}
