import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pinnedEnvironment, pinnedNode, run } from "./node.mjs";
import { modules, root } from "./place.mjs";
import { refuse, shown } from "./words.mjs";

const mark = path.join(root, "lib/db/generated/.schema-hash");

function wantedMark() {
  const folder = path.join(root, "prisma/schema");
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const hash = createHash("sha256").update(devDependencies["prisma-cli"]);
  for (const name of readdirSync(folder).sort()) {
    hash.update(`\0${name}\0`).update(readFileSync(path.join(folder, name)));
  }
  return hash.digest("hex");
}

/** Whether the database client was generated of these tables. */
export function isGenerated() {
  return existsSync(mark) && readFileSync(mark, "utf8") === wantedMark();
}

export async function generateClient() {
  if (isGenerated()) return;
  const cli = path.join(modules, "prisma-cli/build/index.js");
  if (!existsSync(cli)) {
    refuse("缺少 prisma-cli，请运行 npm ci。", "The package prisma-cli is missing: run npm ci.");
  }
  // Generating needs no engine, but the CLI looks for one first and would download it.
  const env = { ...pinnedEnvironment(), PRISMA_SCHEMA_ENGINE_BINARY: pinnedNode() };
  const result = await shown("生成数据库客户端 · generating the database client", () =>
    run(pinnedNode(), [cli, "generate", "--no-hints"], env),
  );
  if (result.code !== 0) {
    process.stderr.write(`${result.output}\n`);
    refuse(
      "生成数据库客户端失败（原因见上）。",
      "Generating the database client failed (see above).",
    );
  }
  writeFileSync(mark, wantedMark());
}
