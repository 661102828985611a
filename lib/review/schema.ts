import { z } from "zod";
import { sheetLimits } from "@/lib/sheet/types";
import { optionalText, requiredText } from "@/lib/db/fields";
import { REVIEW_TEXT_MAX } from "./types";

export const optionalWords = optionalText(REVIEW_TEXT_MAX).default("");
export const requiredWords = requiredText(REVIEW_TEXT_MAX, "reason_required");

export const valueKeyField = z.string().min(1, "value_required").max(60, "unknown_value");
export const rungField = z
  .int()
  .min(1, "unknown_rung")
  .max(sheetLimits.rungs, "unknown_rung")
  .nullable()
  .default(null);
