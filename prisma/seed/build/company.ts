import { stableId } from "@/lib/db/ids";
import { departments, grants, people, type CaseFamily, type SeedPerson } from "./data";

/** Who stands where, reckoned from the lists; the test compares it with what opening a cycle reckons in SQL. */

export const idOfPerson = (key: string) => stableId("demo person", key);
export const idOfDepartment = (code: string) => stableId("demo department", code);

const byKey = new Map(people.map((person) => [person.key, person]));
const byCode = new Map(departments.map((department) => [department.code, department]));

function personOf(key: string): SeedPerson {
  const person = byKey.get(key);
  if (person === undefined) throw new Error(`nobody is called ${key}`);
  return person;
}

function departmentOf(code: string) {
  const department = byCode.get(code);
  if (department === undefined) throw new Error(`no department ${code}`);
  return department;
}

/** A department and all above it, nearest first. */
function upFrom(code: string) {
  const path = [departmentOf(code)];
  for (let top = path.at(-1); top?.parent !== undefined; top = path.at(-1))
    path.push(departmentOf(top.parent));
  return path;
}

export interface Line {
  readonly managerKey: string | null;
  readonly secondLevelKey: string | null;
  readonly approverKey: string | null;
  readonly hrPartnerKey: string | null;
  readonly department: string;
  readonly division: string;
}

export function lineOf(person: SeedPerson): Line {
  const path = upFrom(person.department);
  const managerKey = person.manager ?? null;
  const judges = new Set([person.key, managerKey]);
  const division = path.find((department) => department.division) ?? path.at(-1);
  if (division === undefined) throw new Error("a path has a top");
  const heads = path.slice(path.indexOf(division)).map(({ head }) => head);
  return {
    managerKey,
    secondLevelKey: managerKey === null ? null : (personOf(managerKey).manager ?? null),
    approverKey: heads.find((head) => !judges.has(head)) ?? null,
    hrPartnerKey: nearestHrPartner(path, judges),
    department: person.department,
    division: division.code,
  };
}

/** Nobody is appraised without a manager. */
export interface AppraisedLine extends Line {
  readonly managerKey: string;
}

export function appraisedLineOf(person: SeedPerson): AppraisedLine {
  const { managerKey, ...line } = lineOf(person);
  if (managerKey === null) throw new Error(`${person.key} has no manager`);
  return { managerKey, ...line };
}

const idOrNull = (key: string | null) => (key === null ? null : idOfPerson(key));

/** Who holds a sheet, as the columns of `appraisal` and, where somebody is not appraised, of `participant` have it. */
export function holdersOf({ managerKey, ...line }: Line) {
  return {
    managerId: idOrNull(managerKey),
    secondLevelId: idOrNull(line.secondLevelKey),
    departmentId: idOfDepartment(line.department),
    divisionId: idOfDepartment(line.division),
    approverId: idOrNull(line.approverKey),
    hrPartnerId: idOrNull(line.hrPartnerKey),
  };
}

function nearestHrPartner(path: ReturnType<typeof upFrom>, judges: ReadonlySet<string | null>) {
  for (const { code } of path) {
    const found = grants
      .filter((grant) => grant.role === "hr_partner" && grant.department === code)
      .map((grant) => personOf(grant.person))
      .filter((partner) => !judges.has(partner.key))
      .sort((a, b) => (a.number < b.number ? -1 : 1))[0];
    if (found !== undefined) return found.key;
  }
  return null;
}

const families: Readonly<Record<string, CaseFamily>> = {
  "10": "service",
  "20": "tech",
  "30": "course",
  "33": "sales",
  "40": "admin",
};

/** Which of the cases fit the work of a department. */
export function familyOf(code: string): CaseFamily {
  for (const department of upFrom(code)) {
    const family = families[department.code];
    if (family !== undefined) return family;
  }
  return "any";
}
