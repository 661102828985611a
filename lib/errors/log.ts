import "server-only";
import pino from "pino";
import { env } from "@/lib/env";
import { describeError } from "./describe";

/** Errors may quote what people wrote, so only their kind, code and stack are written, never a message. */
export const log = pino({
  level: env().LOG_LEVEL,
  redact: ["req.headers.cookie", "req.headers.authorization", "*.password"],
  serializers: { err: describeError },
});
