import { z } from "zod";
import { numberOrNothing } from "@/lib/people/schema";
import { relationKinds } from "./types";

export const declareRelationSchema = z.strictObject({
  /** 工号 of the one; empty: whoever declares. Only HR administrators name somebody else. */
  personNumber: numberOrNothing,
  otherNumber: numberOrNothing,
  kind: z.enum(relationKinds, "required"),
});
export const endRelationSchema = z.strictObject({ relationId: z.uuid("invalid_input") });

export type DeclareRelationInput = z.infer<typeof declareRelationSchema>;
export type EndRelationInput = z.infer<typeof endRelationSchema>;
