import { z } from "zod";

const optional = z
  .string()
  .trim()
  .optional()
  .transform((text) => (text ? text : undefined));

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\/.+/),
  /** The address people type, without a path; requests from another origin are refused. */
  APP_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  /** Set as NEXTAUTH_SECRET, the name next-auth itself knows. */
  AUTH_SECRET: z.string().min(32),
  OIDC_ISSUER: optional,
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  /** What the button on the sign-in page calls it, e.g. the company's account. */
  OIDC_NAME: optional,
  OIDC_SCOPE: z.string().default("openid email profile"),
  /** The claim that holds the 工号, where the issuer knows it; otherwise people are found by verified e-mail. */
  OIDC_NUMBER_CLAIM: optional,
  /** How many reverse proxies in front may be believed about the client's address. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
});

export type Env = z.output<typeof schema>;

// `next build` loads every module but opens no connection: nothing real may be needed then.
const placeholders = {
  DATABASE_URL: "postgresql://build.invalid/none",
  AUTH_SECRET: "only-while-building-".repeat(2),
};

let known: Env | undefined;

function read(): Env {
  const given = process.env;
  const building = given["NEXT_PHASE"] === "phase-production-build";
  const result = schema.safeParse({
    ...given,
    APP_URL: given["APP_URL"] ?? given["NEXTAUTH_URL"] ?? "http://localhost:3000",
    AUTH_SECRET: given["NEXTAUTH_SECRET"],
    ...(building ? placeholders : {}),
  });
  if (result.success) return result.data;
  // Names only: a value may be a secret.
  const names = result.error.issues.map((issue) => issue.path.join(".")).join(", ");
  throw new Error(`Environment variables missing or malformed: ${names}`);
}

/** The configuration, read and checked at first use. */
export function env(): Env {
  return (known ??= read());
}
