import { z } from "zod";
import { appraisalStates } from "@/lib/appraisal/stages";
import { caseReturnReasons } from "@/lib/appraisal/types";
import customerFirst from "../data/cases/customer-first.json";
import dedication from "../data/cases/dedication.json";
import embraceChange from "../data/cases/embrace-change.json";
import integrity from "../data/cases/integrity.json";
import passion from "../data/cases/passion.json";
import teamwork from "../data/cases/teamwork.json";
import departmentList from "../data/departments.json";
import grantList from "../data/grants.json";
import moodList from "../data/moods.json";
import openQuarter from "../data/open-quarter.json";
import personList from "../data/people.json";
import textList from "../data/texts.json";

const departmentSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  parent: z.string().optional(),
  division: z.boolean().optional(),
  head: z.string(),
});

const personSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  number: z.string(),
  department: z.string(),
  manager: z.string().optional(),
  title: z.string(),
  hired: z.union([z.iso.date(), z.literal("joins-late")]),
  status: z.enum(["on_leave", "left"]).optional(),
});

const grantSchema = z.strictObject({
  person: z.string(),
  role: z.enum(["hr_admin", "hr_partner"]),
  department: z.string().optional(),
});

const familySchema = z.enum(["service", "tech", "course", "sales", "admin", "any"]);

const caseSchema = z.strictObject({
  rung: z.int(),
  kind: z.literal("contradicts").optional(),
  for: familySchema,
  title: z.string(),
  happened: z.string(),
  action: z.string(),
  outcome: z.string(),
  who: z.string(),
  slots: z.record(z.string(), z.tuple([z.int(), z.int()])).optional(),
});

const scoresSchema = z.record(z.string(), z.int());

const placeSchema = z.strictObject({
  /** Nothing on it is to be verified: it waits for the draw of its team. */
  undrawn: z.boolean().optional(),
  state: z.enum(appraisalStates),
  self: scoresSchema.optional(),
  manager: scoresSchema.optional(),
  /** How many values the draft holds so far. */
  draft: z.int().optional(),
  firstCases: z.boolean().optional(),
  /** How many values HR has confirmed already. */
  verified: z.int().optional(),
  objection: z.string().optional(),
  /** The approver asked about a 5, HR answered. */
  answered: z
    .strictObject({ value: z.string(), point: z.int(), question: z.string(), answer: z.string() })
    .optional(),
  /** A link to one of those who benefited that nobody has used yet. */
  link: z.strictObject({ value: z.string(), question: z.string() }).optional(),
  /** What differs from the interview record. */
  contest: z.string().optional(),
  appointments: z
    .array(
      z.strictObject({
        by: z.enum(["manager", "self"]),
        inDays: z.int(),
        time: z.string(),
        where: z.string(),
        note: z.string().optional(),
      }),
    )
    .optional(),
  returned: z
    .strictObject({
      from: z.enum(["manager_scoring", "second_level", "hr_audit", "approval"]),
      value: z.string(),
      point: z.int(),
      reason: z.string(),
      caseReason: z.enum(caseReturnReasons).optional(),
    })
    .optional(),
});

const lines = z.array(z.string()).min(1);
const textsSchema = z.strictObject({
  high: lines,
  low: lines,
  excused: lines,
  ground: lines,
  claim: lines,
  agreed: lines,
  confirmed: lines,
  beneficiary: lines,
  asked: lines,
  approved: lines,
  good: lines,
  short: lines,
  direction: lines,
  deductions: z.string(),
  noDeductions: z.string(),
  minutes: lines,
});

/** Who stood out, a list a quarter, the newest first. */
const moodsSchema = z.strictObject({
  excels: z.array(z.array(z.string())),
  fallsShort: z.array(z.array(z.string())),
});

export type SeedPerson = z.infer<typeof personSchema>;
export type SeedCase = z.infer<typeof caseSchema>;
export type CaseFamily = z.infer<typeof familySchema>;
export type SeedPlace = z.infer<typeof placeSchema>;

export const departments = z.array(departmentSchema).parse(departmentList);
export const people = z.array(personSchema).parse(personList);
export const grants = z.array(grantSchema).parse(grantList);
export const openPlaces = z.record(z.string(), placeSchema).parse(openQuarter);
export const moods = moodsSchema.parse(moodList);
export const texts = textsSchema.parse(textList);
export const casePool = z.record(z.string(), z.array(caseSchema)).parse({
  "customer-first": customerFirst,
  teamwork,
  "embrace-change": embraceChange,
  integrity,
  passion,
  dedication,
});
