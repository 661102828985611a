import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { request, type APIRequestContext } from "@playwright/test";
import { z } from "zod";
import { demoPassword } from "../../../../prisma/seed/sign-ins";
import { personOf } from "../people";
import { siteUrl } from "./site-url";

/** Signed in by the site's own sign-in, once a person and run; later contexts start from the cookies kept. */

const token = z.object({ csrfToken: z.string() });
const going = new Map<string, Promise<string>>();

async function signInByRequest(context: APIRequestContext, key: string): Promise<void> {
  const { csrfToken } = token.parse(await (await context.get("/api/auth/csrf")).json());
  const answer = await context.post("/api/auth/callback/credentials", {
    form: { login: personOf(key).number, password: demoPassword, csrfToken, json: "true" },
  });
  const { url } = z.object({ url: z.string() }).parse(await answer.json());
  if (url.includes("error=")) throw new Error(`${key} could not sign in: ${url}`);
}

/** A request context with the headers a page of the site would send; `origin` null leaves that header out. */
export function siteRequest(
  storageState?: string,
  origin: string | null = siteUrl(),
): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: siteUrl(),
    ...(origin === null ? {} : { extraHTTPHeaders: { Origin: origin } }),
    ...(storageState === undefined ? {} : { storageState }),
  });
}

async function make(key: string, file: string): Promise<string> {
  const context = await siteRequest();
  await signInByRequest(context, key);
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await context.storageState({ path: unfinished });
  // Two workers may make the same at once; either is good, half a file is not.
  await rename(unfinished, file);
  await context.dispose();
  return file;
}

/** The file with somebody's cookies. */
export function stateOf(key: string): Promise<string> {
  const folder = process.env["TONGGUAN_E2E_STATES"];
  if (folder === undefined) throw new Error("TONGGUAN_E2E_STATES is not set");
  const file = path.join(folder, `${personOf(key).number}.json`);
  if (existsSync(file)) return Promise.resolve(file);
  const started = going.get(key) ?? make(key, file);
  going.set(key, started);
  return started;
}
