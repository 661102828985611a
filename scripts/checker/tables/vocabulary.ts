import { normal } from "@/lib/tables";

/** Spelling, spaces, width and punctuation of a header do not matter. */
export const simple = (text: string) =>
  normal(text)
    .toLowerCase()
    .replace(/[\s.:_*#/()[\]【】“”"'、,-]/g, "");

const personFields = ["employee", "name", "manager", "total", "band", "value"] as const;
export type PersonField = (typeof personFields)[number];

const partFields = ["score", "justification", "inDoubt"] as const;
export type PartField = (typeof partFields)[number];

export type RungField = "rung" | "supports" | "contradicts";

/** Whose word a column holds, the one that is checked last: what was settled stands above what was proposed. */
export const roles = ["self", "manager", "second", "final"] as const;
export type Role = (typeof roles)[number];

const fieldNames: Readonly<Record<PersonField | PartField, readonly string[]>> = {
  employee: [
    "工号",
    "员工工号",
    "员工编号",
    "员工号",
    "职工号",
    "人员编号",
    "Employee No.",
    "Employee",
    "Employee ID",
    "Employee number",
    "Staff No.",
    "Staff ID",
  ],
  name: ["姓名", "员工姓名", "员工", "被考核人", "Name", "Employee name", "Full name"],
  manager: ["主管工号", "直接主管工号", "上级工号", "Manager No.", "Manager", "Manager ID"],
  total: ["总分", "总得分", "合计", "合计得分", "价值观总分", "Total", "Total score"],
  band: [
    "等第",
    "等级",
    "考核等第",
    "考核等级",
    "评定等级",
    "考核结果",
    "Band",
    "Rating",
    "Result",
  ],
  value: ["价值观", "价值观名称", "价值观项目", "考核项", "考核项目", "Value", "Values"],
  score: ["得分", "分数", "评分", "打分", "分值", "考核得分", "分", "Score", "Points"],
  justification: ["事由", "书面说明", "理由", "评分理由", "打分依据", "Justification", "Reason"],
  inDoubt: ["存疑", "In doubt"],
};

const roleNames: Readonly<Record<Role, readonly string[]>> = {
  self: ["员工自评", "自我评价", "自评", "Self-review", "Self-assessment", "Self"],
  manager: ["直接主管", "直接上级", "直属上级", "主管", "上级", "经理", "Manager's", "Manager"],
  second: ["二级主管", "隔级上级", "隔级主管", "间接上级", "二级", "隔级", "Second level"],
  final: ["最终", "终评", "核定", "审定", "Final"],
};

/** What may stand behind the name of a role without saying more than that it is a score. */
const judged = ["评价得分", "评分", "打分", "评价", "评定", "评估", "复评", "评", "review"];

/** What lists of people carry beside: passed over, where another header would be a mistake. */
const passedOver = new Set(
  [
    ...["序号", "公司", "事业部", "中心", "部门", "小组", "团队", "岗位", "职位", "职级", "邮箱"],
    ...["手机", "入职日期", "主管", "主管姓名", "上级", "上级姓名", "备注", "季度", "周期", "年度"],
    ...["等第", "等级", "考核等级", "签字", "签名", "排名", "平均分"],
    ...["#", "Company", "Division", "Department", "Team", "Position", "Title", "Grade", "E-mail"],
    ...["Phone", "Hire date", "Remarks", "Note", "Quarter", "Year", "Band", "Rating", "Rank"],
    ...["Signature", "Average"],
  ].map(simple),
);

const byName = <Field extends string>(
  fields: readonly Field[],
  names: Record<Field, readonly string[]>,
) => new Map(fields.flatMap((field) => names[field].map((name) => [simple(name), field] as const)));

const personByName: ReadonlyMap<string, PersonField> = byName(personFields, fieldNames);
const partByName: ReadonlyMap<string, PartField> = byName(partFields, fieldNames);

export const personFieldOf = (header: string) => personByName.get(header);
export const partFieldOf = (header: string) => partByName.get(header);
export const isPassedOver = (header: string) => passedOver.has(header);

/** What a misspelt header may have meant. */
export const everyName: readonly string[] = Object.values(fieldNames).flat();

/** The names of a field that are shown: the first Chinese and the first English one. */
export function shownName(field: PersonField | PartField): string {
  const names = fieldNames[field];
  const english = names.find((name) => /^[A-Z]/.test(name)) ?? "";
  return `${names[0] ?? ""} / ${english}`;
}

const rolePrefixes = roles.flatMap((role) =>
  roleNames[role].map((name) => ({ role, name: simple(name) })),
);

/** The role a header begins or ends with, and what else it says: `主管评分` is the manager's score. */
export function roleOf(header: string): { readonly role: Role; readonly rest: string } | null {
  const longest = [...rolePrefixes].sort((a, b) => b.name.length - a.name.length);
  const found = longest.find(({ name }) => header.startsWith(name) || header.endsWith(name));
  if (found === undefined) return null;
  const { role, name } = found;
  const bare = header.startsWith(name) ? header.slice(name.length) : header.slice(0, -name.length);
  return { role, rest: judged.includes(bare) ? "" : bare };
}

const numerals = "一二三四五六七八九十";
const chinese = /^第?(\d+|[一二三四五六七八九十])(?:级|条)(支持的?案例|案例|相反的?案例|反例)?$/;
const english = /^(?:rung|rule|level)(\d+)(case|supportingcase|contradictingcase|countercase)?$/;

function rungField(suffix: string | undefined): RungField {
  if (suffix === undefined) return "rung";
  return /反|contra|counter/.test(suffix) ? "contradicts" : "supports";
}

export function rungOf(header: string): { field: RungField; rung: number } | null {
  const match = chinese.exec(header) ?? english.exec(header);
  const figure = match?.[1];
  if (figure === undefined) return null;
  const rung = /\d/.test(figure) ? Number(figure) : numerals.indexOf(figure) + 1;
  return { field: rungField(match?.[2]), rung };
}

const sums =
  /^(?:.*(?:合计|小计|总计|共计|平均分?|平均值|均分)|最高分?|最低分?|(?:grand|sub)?total|sum|average|mean)$/;
const counts =
  /^(?:.{0,4}人数(?:\d+[人名位]?)?|(?:合计|总计|共计?)\d+[人名位]|headcount\d*|(?:total)?\d*(?:people|employees)\d*)$/;
const signatures =
  /制表|填表|填报|经办|审核|复核|审批|批准|签字|签名|签章|盖章|负责人|总经理|人力资源部|^日期|日期[:：]|年\s*月\s*日|^(?:备注|说明|注)\s*[:：]|(?:prepared|compiled|checked|approved|reviewed|signed) by|signature|^date$|^(?:date|note)s?\s*:/i;

/** A row that adds up or counts the rows above it. */
export const isSum = (text: string) => sums.test(simple(text)) || counts.test(simple(text));
/** A row to sign, or a note below a list. */
export const isSignature = (text: string) => signatures.test(normal(text));
