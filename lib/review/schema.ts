import { z } from "zod";
import { sheetLimits } from "@/lib/sheet/types";
import { REVIEW_TEXT_MAX } from "./types";

export const optionalWords = z.string().trim().max(REVIEW_TEXT_MAX, "too_long").default("");
export const requiredWords = z
  .string()
  .trim()
  .min(1, "reason_required")
  .max(REVIEW_TEXT_MAX, "too_long");

export const valueKeyField = z.string().min(1, "value_required").max(60, "unknown_value");
export const rungField = z
  .int()
  .min(1, "unknown_rung")
  .max(sheetLimits.rungs, "unknown_rung")
  .nullable()
  .default(null);
