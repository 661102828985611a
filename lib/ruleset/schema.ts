import { z } from "zod";
import type { FrameworkDocument, PolicyDocument } from "@/lib/scoring";
import { readFrameworkText, readPolicyText, type Read } from "@/lib/scoring/documents/read";
import { IMPORT_BYTES, importSize, rulesetKinds } from "./types";

const text = z
  .string()
  .min(1, "required")
  .refine((given) => importSize(given) <= IMPORT_BYTES, "document_too_large");

/** A document as JSON text, so that what is checked is word for word what was given. */
export const importDocumentSchema = z.strictObject({ text });
export const previewImportSchema = z.strictObject({ kind: z.enum(rulesetKinds), text });

export type ImportDocumentInput = z.infer<typeof importDocumentSchema>;
export type PreviewImportInput = z.infer<typeof previewImportSchema>;

export const versionAddressSchema = z.strictObject({ versionId: z.uuid("invalid_input") });

/** The version number to compare with, as an address gives it; anything else is left out. */
export const againstSchema = z.coerce
  .number()
  .int()
  .min(1)
  .max(100_000)
  .optional()
  .catch(undefined);

export const schemaAddressSchema = z.enum(rulesetKinds);

type Documents = { framework: FrameworkDocument; policy: PolicyDocument };

/** A document of unknown origin, with every fault there is. */
export const readDocumentText: {
  readonly [Kind in keyof Documents]: (text: string) => Read<Documents[Kind]>;
} = { framework: readFrameworkText, policy: readPolicyText };
