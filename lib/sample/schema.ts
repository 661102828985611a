import { z } from "zod";

export const drawsAddressSchema = z.object({ id: z.uuid() });

const percent = z.int().min(1).max(100);
const item = z.string().min(1).max(200);

/** A revealed draw as it is exported and redone. `seed`: 32 bytes in hexadecimal; `hash`: their SHA-256. */
export const drawsFileSchema = z.strictObject({
  format: z.literal("tongguan-sample/1"),
  cycle: z.strictObject({ year: z.int(), quarter: z.int() }),
  seed: z.string().regex(/^[0-9a-f]{64}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  draws: z.array(
    z.strictObject({
      /** Counted from 1. */
      draw: z.int().min(1),
      percent,
      /** Lots, in canonical order. */
      population: z.array(item),
      drawn: z.array(item),
    }),
  ),
});

export type DrawsFile = z.infer<typeof drawsFileSchema>;
