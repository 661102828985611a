import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { root } from "../root";
import { connect } from "../database/connection";
import { Refusal, say, step } from "../terminal";

type SeedDemo = (url: string, now: Date, onProgress?: (text: string) => void) => Promise<void>;

const seedFile = path.join(root, "prisma/seed/index.ts");
const signInsFile = path.join(root, "prisma/seed/sign-ins.ts");

const seedModule = z.object({
  seedDemo: z.custom<SeedDemo>((value) => typeof value === "function"),
});
const signInsModule = z.object({
  demoSignIns: z.array(z.object({ role: z.string(), login: z.string(), password: z.string() })),
});

export const hasDemo = () => existsSync(seedFile);

export async function company(url: string): Promise<"none" | "demo" | "real"> {
  const client = await connect(url);
  try {
    const table = await client.query("SELECT to_regclass('company') AS name");
    if (!z.array(z.object({ name: z.string() })).safeParse(table.rows).success) return "none";
    const found = await client.query("SELECT is_demo FROM company");
    const [row] = z.array(z.object({ is_demo: z.boolean() })).parse(found.rows);
    if (!row) return "none";
    return row.is_demo ? "demo" : "real";
  } finally {
    await client.end();
  }
}

export async function seed(url: string): Promise<void> {
  if ((await company(url)) !== "none") {
    throw new Refusal(
      "数据库里已有公司，演示数据只能放进空库。",
      "This database already has a company: the demo goes into an empty one only.",
    );
  }
  const { seedDemo } = seedModule.parse(await import(pathToFileURL(seedFile).href));
  await step("写入演示公司 · seeding the demo company", (progress) =>
    seedDemo(url, new Date(), progress),
  );
}

function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/u.test(letter) ? 2 : 1), 0);
}

/** The sign-ins of the demo company, when that is what the database holds. */
export async function printSignIns(url: string): Promise<void> {
  if (!existsSync(signInsFile) || (await company(url)) !== "demo") return;
  const { demoSignIns } = signInsModule.parse(await import(pathToFileURL(signInsFile).href));
  const pad = (text: string, to: number) => text + " ".repeat(Math.max(0, to - width(text)));
  const roles = Math.max(...demoSignIns.map(({ role }) => width(role)));
  const logins = Math.max(...demoSignIns.map(({ login }) => width(login)));
  say("\n  演示账号 · demo sign-ins");
  for (const { role, login, password } of demoSignIns) {
    say(`  ${pad(role, roles)}  ${pad(login, logins)}  ${password}`);
  }
}
