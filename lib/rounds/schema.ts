import { z } from "zod";
import { sheetValueSchema } from "@/lib/sheet/schema";

/** What a submission keeps of a sheet, as far as it is read again. */
export const keptSheetSchema = z.object({
  values: z.array(sheetValueSchema),
  scores: z.record(z.string(), z.int().nullable()),
});
