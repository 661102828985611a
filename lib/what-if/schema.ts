import { z } from "zod";

/** Which of the changed people a list shows: everybody, or those with a change of one sort. */
export const listKinds = ["all", "score", "band", "consequence", "load"] as const;
export type ListKind = (typeof listKinds)[number];

/** Addresses hold ids only. What cannot be read is read as not chosen. */
export const whatIfAddressSchema = z.object({
  id: z.uuid(),
  policy: z.uuid().optional().catch(undefined),
  scope: z.enum(["mine", "company"]).optional().catch(undefined),
});

export const changedAddressSchema = z.object({
  id: z.uuid(),
  policy: z.uuid(),
  kind: z.enum(listKinds).catch("all"),
  after: z.uuid().optional().catch(undefined),
});
