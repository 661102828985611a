import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { documentSchemas } from "@/lib/scoring/documents/json-schema";

const folder = path.join(import.meta.dirname, "../docs/schemas");

async function writeSchemas() {
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(documentSchemas)) {
    const file = path.join(folder, `${name}.schema.json`);
    const style = await resolveConfig(file);
    writeFileSync(file, await format(JSON.stringify(schema), { ...style, filepath: file }));
  }
}

await writeSchemas();
