/** HR's last word on one score, and its contrary. */
export const confirmed = {
  valueKey: "integrity",
  halfPoints: 2,
  round: 1,
  verdict: "confirmed",
} as const;
export const returned = { ...confirmed, verdict: "returned" } as const;
