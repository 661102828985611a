import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

/** Errors may quote input, so only their kind, code and stack are written, never a message's text from the database. */
export const log = pino({
  level: env().LOG_LEVEL,
  redact: ["req.headers.cookie", "req.headers.authorization", "*.password"],
});
