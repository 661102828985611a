import { z } from "zod";
import { root } from "../../../scripts/root";
import { build } from "../../../scripts/serve/build";
import { demoPassword } from "../../../prisma/seed/sign-ins";
import { personOf } from "../../support/e2e/people";
import { serveSite, type ServedSite } from "../../support/setup/serve";

export interface Site extends ServedSite {
  /** Where it was built. */
  readonly folder: string;
}

export async function startOurs(databaseUrl: string): Promise<Site> {
  await build(process.env);
  const write = (text: string) => process.stderr.write(text);
  return { ...(await serveSite({ databaseUrl, write })), folder: root };
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
