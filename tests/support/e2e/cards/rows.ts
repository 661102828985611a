import type { Lock } from "@/lib/appraisal/types";
import type { TopPage } from "@/lib/approval/types";
import type { DecidedPage, DecidedRow } from "@/lib/dossier/types";
import type { QueueRow } from "@/lib/hr-audit/types";
import type { TeamMember } from "@/lib/manager-scoring/types";
import type { PersonRow } from "@/lib/people/types";
import type { ReviewGroup, ReviewRow } from "@/lib/second-level/types";

/** Rows of the lists with everything a row can hold at once, and names as long as companies have them. */

export const now = new Date("2026-10-20T02:00:00Z");
const closesAt = new Date("2026-10-29T10:00:00Z");
const closed: Lock = { code: "window_closed", at: new Date("2026-10-12T10:00:00Z") };

const person = {
  name: "Alexandra Papadopoulos",
  number: "A0104729",
  department: "客户体验与售后运营中心华东大区",
  departmentEn: "Customer Experience and Aftersales Operations",
};
const deputyFor = "Wilhelmina Featherstone";
const unit = { zh: person.department, en: person.departmentEn };
const cycle = { year: 2026, quarter: 3 };
const valueName = { zh: "超越客户期望", en: "Exceed Customers’ Expectations" };
const value = "exceed-expectations";

const columns = ["客户第一", "团队合作", "拥抱变化", "诚信", "激情", "敬业"];
const english = [
  "Customer First",
  "Teamwork",
  "Embrace Change",
  "Integrity",
  "Passion",
  "Dedication",
];

const reviewRow: ReviewRow = {
  ...person,
  appraisalId: "0",
  version: 12,
  round: 3,
  deputyFor,
  noPartner: false,
  submittedAt: now,
  selfTotal: 57,
  managerTotal: 45,
  band: { zh: "基本达到期望", en: "Consistently exceeds expectations" },
  cells: columns.map((key, at) => ({
    key,
    self: 10,
    manager: 7,
    flag: at % 2 === 0 ? "verify" : "five",
    doubt: true,
  })),
  locked: null,
};

export const reviewGroup: ReviewGroup = {
  id: "0",
  managerName: person.name,
  managerNumber: person.number,
  cycle,
  closesAt,
  maxTotal: 60,
  columns: columns.map((zh, at) => ({
    key: zh,
    name: { zh, en: english[at] ?? zh },
    maxHalfPoints: 10,
    rungs: 5,
    gated: true,
  })),
  rows: [reviewRow, { ...reviewRow, appraisalId: "1", locked: closed }],
};

const member: TeamMember = {
  appraisalId: "0",
  person: { name: person.name, number: person.number, department: unit },
  group: "returned",
  state: "manager_scoring",
  returnedFrom: "second_level",
  due: closesAt,
  started: true,
  valuesLeft: 6,
  selfTotal: 57,
  managerTotal: 45,
  awaitsDraw: false,
  deputyFor,
};

export const teamMembers: readonly TeamMember[] = [
  member,
  { ...member, appraisalId: "1", group: "to_score", returnedFrom: null },
  { ...member, appraisalId: "2", group: "in_review", state: "hr_audit", awaitsDraw: true },
  { ...member, appraisalId: "3", group: "to_interview", state: "interview", returnedFrom: null },
];

const queueRow: QueueRow = {
  ...person,
  appraisalId: "0",
  cycle,
  value,
  valueName,
  halfPoints: 10,
  maxHalfPoints: 10,
  reason: "sanction",
  oneReviewer: true,
  noPartner: false,
  needsView: true,
  deputyFor,
  supporting: 12,
  contradicting: 12,
  written: 1830,
  closesAt,
  locked: null,
};

export const queueRows: readonly QueueRow[] = [
  queueRow,
  { ...queueRow, appraisalId: "1", locked: closed },
];

const personRow: PersonRow = {
  id: "0",
  number: person.number,
  name: person.name,
  email: "alexandra.papadopoulos@customer-experience.example.com",
  status: "on_leave",
  department: { id: "0", name: person.department, nameEn: person.departmentEn },
  managerName: "Maximiliane Oberhausen-Wittgenstein",
  roles: ["hr_admin", "hr_partner"],
  hasSignIn: false,
};

export const personRows: readonly PersonRow[] = [
  personRow,
  { ...personRow, id: "1", status: "left" },
];

const topRow = {
  ...person,
  appraisalId: "0",
  version: 12,
  managerName: "Maximiliane Oberhausen-Wittgenstein",
  value,
  valueName,
  halfPoints: 10,
  maxHalfPoints: 10,
  cases: 12,
  written: 1830,
  verifiedBy: { by: "Theodora Papadimitriou", byFor: deputyFor },
  deputyFor,
  since: now,
  cycle,
  closesAt,
  locked: null,
};

export const topPage: TopPage = {
  rows: [topRow, { ...topRow, appraisalId: "1", locked: closed }],
  waiting: 2,
  decided: 0,
  next: null,
};

/** The words somebody wrote are as long as they are: a card of decisions folds them. */
const said =
  "这一级的案例写的是团队的成果，看不出本人做了什么；请补充时间、对象和结果，并说明与上一季度相比有什么不同。".repeat(
    4,
  );

const decidedRow: DecidedRow = {
  id: "0",
  appraisalId: "0",
  name: person.name,
  department: person.department,
  departmentEn: person.departmentEn,
  year: 2026,
  quarter: 3,
  valueName,
  gated: true,
  point: 4,
  halfPoints: 9,
  caseReason: "insufficient",
  deputyFor,
  words: said,
  verdict: "returned",
  at: now,
  state: "manager_scoring",
  opens: true,
  value,
  ...{ reopenedAt: null, former: null },
  reversible: 12,
};

export const valuesDecided: DecidedPage = { rows: [decidedRow], next: null };
export const sheetsDecided: DecidedPage = {
  rows: [{ ...decidedRow, valueName: null, gated: null, point: null, value: null }],
  next: null,
};
