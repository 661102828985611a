import { randomBytes } from "node:crypto";
import { z } from "zod";
import { root } from "../../../scripts/root";
import { freePort } from "../../../scripts/processes";
import { build } from "../../../scripts/serve/build";
import { startNext } from "../../../scripts/serve/next-process";
import { demoPassword } from "../../../prisma/seed/sign-ins";
import { personOf } from "../../support/e2e/people";

export interface Site {
  readonly address: string;
  readonly pid: number;
  /** Where it was built. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

export async function startOurs(databaseUrl: string): Promise<Site> {
  await build(process.env);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const next = await startNext({
    mode: "start",
    port,
    write: (text) => process.stderr.write(text),
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      APP_URL: address,
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
      LOG_LEVEL: "warn",
    },
  });
  return { address, pid: next.pid, folder: root, stop: next.stop };
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

const csrf = z.object({ csrfToken: z.string() });

/** The cookies of somebody of the demo company, signed in by the site's own sign-in. */
export async function signIn({ address }: Site, key: string): Promise<string> {
  const asked = await fetch(`${address}/api/auth/csrf`);
  const cookie = cookiesOf(asked);
  const { csrfToken } = csrf.parse(await asked.json());
  const login = personOf(key).number;
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie, origin: address },
    body: new URLSearchParams({ login, password: demoPassword, csrfToken, json: "true" }),
    redirect: "manual",
  });
  const own = cookiesOf(answer);
  if (!own.includes("session")) throw new Error(`${key} could not sign in`);
  return own;
}
