import { z } from "zod";
import { faultCodes } from "@/lib/scoring";
import { rulesetKinds } from "./types";

/**
 * Of the text as it is pasted or read from a file, in bytes of UTF-8: the largest preset has 48,000. JSON inside JSON
 * grows by its quotes, and the body of a command ends at 512 KiB.
 */
export const IMPORT_BYTES = 240_000;

export function importSize(text: string): number {
  return new TextEncoder().encode(text).length;
}

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

/** A hostile document can have tens of thousands of faults; nobody mends more than this at a time. */
export const MOST_FAULTS = 1_000;

const fault = z
  .object({
    path: z.array(z.union([z.string(), z.number()])).max(100),
    code: z.enum(faultCodes),
    data: z.record(z.string().max(40), z.union([z.string(), z.number()])).optional(),
  })
  .transform(({ data, ...place }) => (data === undefined ? place : { ...place, data }));

const refusedDocument = z.object({ faults: z.array(fault).max(MOST_FAULTS), count: z.number() });

/** The faults that came with a refused import; null when it was refused for something else. */
export function faultsOfRefusal(data: unknown): z.infer<typeof refusedDocument> | null {
  const read = refusedDocument.safeParse(data);
  return read.success ? read.data : null;
}
