import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { z } from "zod";

const manifest = z.object({
  routes: z.record(z.string(), z.unknown()),
  dynamicRoutes: z.record(z.string(), z.unknown()),
});

// A page that reads no cookie is built once and served to everybody, with a year in public caches.
test("nothing but the icon and the last-resort error page is built ahead", async () => {
  const text = await readFile(".next/prerender-manifest.json", "utf8");
  const { routes, dynamicRoutes } = manifest.parse(JSON.parse(text));
  expect([...Object.keys(routes), ...Object.keys(dynamicRoutes)].sort()).toEqual([
    "/_global-error",
    "/icon.svg",
  ]);
});
