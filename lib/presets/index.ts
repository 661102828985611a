import type { FrameworkDocument, PolicyDocument } from "@/lib/scoring";
import { frameworkSchema } from "@/lib/scoring/documents/framework";
import { policySchema } from "@/lib/scoring/documents/policy";
import customerChecklist from "./frameworks/customer-checklist.json";
import fiveOnes from "./frameworks/five-ones.json";
import goGetter from "./frameworks/go-getter.json";
import huawei from "./frameworks/huawei.json";
import jd from "./frameworks/jd.json";
import lenovo2001 from "./frameworks/lenovo-2001.json";
import nineSwords from "./frameworks/nine-swords.json";
import psbc from "./frameworks/psbc.json";
import sixVeins2006 from "./frameworks/six-veins-2006.json";
import sixVeins from "./frameworks/six-veins.json";
import cto51 from "./policies/51cto.json";
import checklist from "./policies/checklist.json";
import classic from "./policies/classic.json";
import manual2006 from "./policies/manual-2006.json";

/** The frameworks a new installation offers, the default first. A broken document throws ZodError on import. */
export const frameworkPresets: readonly FrameworkDocument[] = [
  sixVeins,
  sixVeins2006,
  nineSwords,
  goGetter,
  customerChecklist,
  lenovo2001,
  psbc,
  jd,
  huawei,
  fiveOnes,
].map((document) => frameworkSchema.parse(document));

/** The policies a new installation offers, the default first. A broken document throws ZodError on import. */
export const policyPresets: readonly PolicyDocument[] = [classic, manual2006, cto51, checklist].map(
  (document) => policySchema.parse(document),
);

export const defaultFrameworkKey = "six-veins";
export const defaultPolicyKey = "classic";
