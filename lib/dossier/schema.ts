import { z } from "zod";

/** What the address of a list of decisions may say. Whatever else stands there is read as not said. */
export const decidedFilterSchema = z.object({
  after: z.string().max(80).optional().catch(undefined),
});
/** Which value of a sheet its address opens. */
export const placeFilterSchema = z.object({
  value: z.string().max(60).optional().catch(undefined),
});

export type DecidedFilter = z.infer<typeof decidedFilterSchema>;
