import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../../../scripts/root";
import { freePort } from "../../../scripts/processes";
import { nextCli } from "../../../scripts/serve/build";
import { startNext } from "../../../scripts/serve/next-process";
import { run } from "../../../scripts/verify/run";
import type { Site } from "./site";

/** Beside the sources, so that it finds the same node_modules; ignored by git and never served by the product. */
const folder = path.join(root, ".next-bare");

const files = {
  "package.json": `{ "type": "module", "private": true }`,
  "next.config.js": `export default { turbopack: { root: ${JSON.stringify(root)} } };`,
  // Without one of its own the build takes the house's, from the folder above.
  "instrumentation.js": "export function register() {}",
  "app/layout.js": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
  "app/page.js": `export const dynamic = "force-dynamic";
export const metadata = { title: "Bare" };
export default function Page() {
  return <main><h1>Bare</h1><p>{process.pid}</p></main>;
}`,
  "app/update/route.js": `import pg from "pg";
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
export async function POST(request) {
  const { id } = await request.json();
  await pool.query("UPDATE bench_bare SET version = version + 1 WHERE id = $1", [id]);
  return Response.json({ ok: true });
}`,
};

/** The table the bare route writes to. */
export const bareTable = `CREATE TABLE bench_bare (id int PRIMARY KEY, version int NOT NULL);
  INSERT INTO bench_bare VALUES (1, 1)`;

/** The least a dynamic page and a write can be with the same framework, in a process of their own. */
export async function startBare(databaseUrl: string): Promise<Site> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${text}\n`);
  }
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await run(process.execPath, [nextCli(), "build", folder], { env });
  if (code !== 0) throw new Error(output);
  const port = await freePort();
  const next = await startNext({
    mode: "start",
    folder,
    port,
    write: () => undefined,
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  return { address: `http://localhost:${port}`, pid: next.pid, folder, stop: next.stop };
}
