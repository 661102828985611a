import type { FieldCode } from "@/lib/errors/outcome";
import type { DelegationState, DeputyRoom, DeputyTie } from "./types";

/** What the rules ask of the one away and of the deputy. */
export interface Pair {
  readonly absent: { readonly id: string; readonly isPartner: boolean };
  readonly deputy: {
    readonly id: string;
    readonly status: "active" | "on_leave" | "left";
    readonly isPartner: boolean;
    readonly managerId: string | null;
    /** Everybody above. */
    readonly above: readonly string[];
    readonly leads: boolean;
  };
  readonly absentManagerId: string | null;
}

/** Only sideways or downwards in the line, and an HR partner by another; null for nobody such. */
export function tieOf({ absent, deputy, absentManagerId }: Pair): DeputyTie | null {
  if (deputy.managerId !== null && deputy.managerId === absentManagerId) return "peer";
  if (deputy.managerId === absent.id && deputy.leads) return "report";
  return absent.isPartner && deputy.isPartner ? "partner" : null;
}

/** Why this person cannot be the deputy for these rooms and people; null when they can. */
export function deputyFault(
  pair: Pair,
  rooms: readonly DeputyRoom[],
  employeeIds: readonly string[],
): FieldCode | null {
  const { absent, deputy } = pair;
  if (deputy.id === absent.id) return "deputy_is_oneself";
  if (deputy.status === "left") return "deputy_left";
  if (deputy.status === "on_leave") return "deputy_away";
  if (employeeIds.includes(deputy.id)) return "deputy_is_subject";
  if (employeeIds.some((id) => deputy.above.includes(id))) return "deputy_below";
  if (rooms.includes("hr") && !deputy.isPartner) return "deputy_no_partner";
  const tie = tieOf(pair);
  if (tie === null) return "deputy_out_of_line";
  return tie === "partner" && rooms.some((room) => room !== "hr") ? "deputy_out_of_line" : null;
}

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
}

export function stateOf({ startsAt, endsAt, endedAt }: Times, now: Date): DelegationState {
  if (endedAt !== null) return "ended";
  if (now < startsAt) return "planned";
  return now < endsAt ? "running" : "over";
}
