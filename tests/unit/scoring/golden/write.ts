import { writeFileSync } from "node:fs";
import path from "node:path";
import { policyPresets } from "@/lib/presets";
import { goldenDocument } from "./document";

// `tsx tests/unit/scoring/golden/write.ts <policy>` for a new version only. The flag `wx` refuses to touch a file
// that exists: a golden file that follows the code proves nothing.
const policy = policyPresets.find(({ key }) => key === process.argv[2]);
if (!policy) throw new Error(`name one of ${policyPresets.map(({ key }) => key).join(", ")}`);
const file = path.join(import.meta.dirname, `${policy.key}.json`);
writeFileSync(file, `${JSON.stringify(goldenDocument(policy), null, 1)}\n`, { flag: "wx" });
