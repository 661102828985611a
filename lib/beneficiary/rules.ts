import type { Signed } from "@/lib/appraisal/types";
import { asksApprover } from "@/lib/review/rules/needs";
import type { Owed } from "@/lib/sheet/types";
import type { BeneficiaryLink, BeneficiaryView, BeneficiaryWay, LinkState } from "./types";

/** A row as the table holds it. */
export interface ViewRow {
  readonly id: string;
  readonly valueKey: string;
  readonly asked: string;
  readonly askedOn: Date | null;
  readonly way: BeneficiaryWay | null;
  readonly said: string;
  readonly correctsId: string | null;
  readonly linkId: string | null;
  readonly byId: string;
  readonly at: Date;
}

export interface LinkRow {
  readonly id: string;
  readonly valueKey: string;
  readonly question: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export function linkState(
  { expiresAt, usedAt, revokedAt }: Pick<LinkRow, "expiresAt" | "usedAt" | "revokedAt">,
  now: Date,
): LinkState {
  if (usedAt !== null) return "used";
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

/** Those of one value, in the order given. */
export function linksOf(
  rows: readonly LinkRow[],
  key: string,
  now: Date,
): readonly BeneficiaryLink[] {
  return rows
    .filter(({ valueKey }) => valueKey === key)
    .map((row) => {
      const { id, question, expiresAt } = row;
      return { id, question, expiresAt, state: linkState(row, now) };
    });
}

/** The rows that no other one corrects. */
export function standingViews<
  Row extends { readonly id: string; readonly correctsId: string | null },
>(rows: readonly Row[]): readonly Row[] {
  const corrected = new Set(rows.map(({ correctsId }) => correctsId));
  return rows.filter(({ id }) => !corrected.has(id));
}

/** Whether anybody who benefited was heard on this score. */
export function isHeard(rows: readonly Pick<ViewRow, "valueKey">[], key: string): boolean {
  return rows.some(({ valueKey }) => valueKey === key);
}

/** What stands of one value, the oldest first, each with what it said before. */
export function viewsOf(
  oldestFirst: readonly ViewRow[],
  key: string,
  signed: (byId: string, at: Date) => Signed,
): readonly BeneficiaryView[] {
  const mine = oldestFirst.filter(({ valueKey }) => valueKey === key);
  const byId = new Map(mine.map((row) => [row.id, row]));
  const shown = ({ id, asked, said, byId: by, at }: ViewRow) => ({
    ...{ id, asked, said, at },
    ...signed(by, at),
  });
  const before = (row: ViewRow): readonly ViewRow[] => {
    const former = row.correctsId === null ? undefined : byId.get(row.correctsId);
    return former === undefined ? [] : [...before(former), former];
  };
  return standingViews(mine).map((row) => ({
    ...shown(row),
    askedOn: row.askedOn?.toISOString().slice(0, 10) ?? null,
    way: row.way,
    byLink: row.linkId !== null,
    before: before(row).map(shown),
  }));
}

/** Whether HR asks who benefited of the score: by the policy, or for whoever approves it. */
export function asksBeneficiary(value: Parameters<typeof asksApprover>[0], owed: Owed): boolean {
  return value.routing.beneficiaryView || asksApprover(value, owed);
}
