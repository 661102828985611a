import { z } from "zod";
import { listKinds } from "./types";

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
