import { z } from "zod";

/** What a write was based on, as the database counts it; a stale one is refused with what stands there now. */
export const versionField = z.int().min(1).max(2_000_000_000);
