import { writeFileSync } from "node:fs";
import path from "node:path";
import { policyPresets } from "@/lib/presets";
import { newRecord } from "./record";
import { sheetsFor } from "./sheets";

// `tsx tests/unit/scoring/golden/write.ts <policy> <framework> <file>` for a new version only, e.g.
// `classic six-veins classic-2`. The flag `wx` refuses to touch a file that exists: a golden file that follows the
// code proves nothing.
const [, , policyKey, frameworkKey = "", name = ""] = process.argv;
const policy = policyPresets.find(({ key }) => key === policyKey);
const sheets = sheetsFor[frameworkKey];
if (!policy || !sheets || !/^[\w-]+$/.test(name))
  throw new Error(
    `name one of ${policyPresets.map(({ key }) => key).join(", ")}, one of ${Object.keys(sheetsFor).join(", ")}, a file`,
  );
const file = path.join(import.meta.dirname, `${name}.json`);
const record = newRecord(policy, frameworkKey, sheets);
writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`, { flag: "wx" });
