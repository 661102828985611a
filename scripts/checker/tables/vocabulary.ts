import { normal } from "@/lib/tables";
import { simplified } from "@/lib/i18n/writing/han";

/** Spelling, spaces, width, punctuation and traditional characters of a header do not matter. */
export const simple = (text: string) =>
  simplified(normal(text))
    .toLowerCase()
    .replace(/[\s.:_*#/()[\]【】“”"'、,-]/g, "");

const personFields = [
  "employee",
  "name",
  "manager",
  "total",
  "band",
  "value",
  "quarter",
  "remark",
] as const;
export type PersonField = (typeof personFields)[number];

const partFields = ["score", "justification", "inDoubt"] as const;
export type PartField = (typeof partFields)[number];

export type RungField = "rung" | "supports" | "contradicts";

/** Whose word a column holds, in the order of the chain: what is said last is what is checked. */
export const roles = [
  "self",
  "manager",
  "second",
  "head",
  "hr",
  "approval",
  "calibrated",
  "final",
] as const;
export type Role = (typeof roles)[number];

const fieldNames: Readonly<Record<PersonField | PartField, readonly string[]>> = {
  employee: [
    "工号",
    "员工工号",
    "员工编号",
    "员工号",
    "职工号",
    "人员编号",
    "人员编码",
    "员工编码",
    "工号/账号",
    "工號",
    "員工編號",
    "員工號",
    "Employee No.",
    "Employee",
    "Employee ID",
    "Employee number",
    "Staff No.",
    "Staff ID",
    "Emp No.",
    "Emp ID",
    "Badge No.",
    "Badge ID",
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
  justification: [
    ...["事由", "书面说明", "理由", "评分理由", "打分依据", "原因", "评分原因", "扣分原因"],
    ...[
      "原因与事例",
      "原因及事例",
      "原因与案例",
      "原因或案例",
      "注明原因或案例",
      "Justification",
      "Reason",
    ],
  ],
  inDoubt: ["存疑", "In doubt"],
  quarter: ["季度", "考核季度", "周期", "考核周期", "年度", "Quarter", "Period", "Year"],
  remark: ["备注", "备注说明", "Remarks", "Remark", "Note", "Notes"],
};

const roleNames: Readonly<Record<Role, readonly string[]>> = {
  self: ["员工自评", "自我评价", "自评", "Self-review", "Self-assessment", "Self"],
  manager: [
    "直接主管",
    "直接上级",
    "直属上级",
    "初评",
    "主管",
    "上级",
    "经理",
    "Manager's",
    "Manager",
  ],
  second: [
    ...["二级主管", "隔级上级", "隔级主管", "间接上级", "复评", "复核", "复审", "二审"],
    ...["二级", "隔级", "Second level", "Skip level", "Second review"],
  ],
  head: ["部门负责人", "部门主管", "部门经理", "负责人", "总监", "Department head", "Director"],
  hr: ["人力资源部", "人力资源", "人事", "HRBP", "HR"],
  approval: ["审批", "批准", "核准", "总经理", "CEO", "Approval", "Approved"],
  calibrated: [
    ...["校准后", "校准", "调整后", "调整", "修正后", "确认后", "确认"],
    ...["Calibrated", "Calibration", "Adjusted", "Confirmed"],
  ],
  final: ["最终", "终评", "终审", "核定", "审定", "定稿", "HR final", "Final"],
};

/** Who may be named in a column of people, where a header says no more than this. */
const posts = new Set([...roleNames.head, ...roleNames.hr, "总经理", "CEO"].map(simple));
export const isPost = (header: string) => posts.has(header);

/** What may stand behind the name of a role without saying more than that it is a score. */
const judged = new Set([
  ...["评分", "打分", "评价", "评定", "评估", "复评", "评", "核查", "核定", "审核", "复核", "复审"],
  ...["终审", "审定", "审批", "核准", "批准", "校准", "调整", "确认", "审"],
  ...["review", "audit", "approval", "approved", "calibrated", "final", "rating"],
]);

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

/** Beside people these may stand more than once. */
export const mayRepeat = (field: PersonField) => field === "quarter" || field === "remark";

/** What a misspelt header may have meant. */
export const everyName: readonly string[] = Object.values(fieldNames).flat();

const counted = /(?:数|次数?|权重|比重|占比|满分|排名|系数|weight|count|rank)$/;
/** What is counted or weighed of a value is no score of it. */
export const isCount = (header: string) => counted.test(header);

const nearlyEmployee = new Set(
  ["编号", "编码", "账号", "帐号", "ID", "No.", "Number", "Code"].map(simple),
);

/** What may number people, documents or rows alike, and is not taken for an employee number by itself. */
export const isNearlyEmployee = (header: string) => nearlyEmployee.has(simple(header));

/** The names of a field that are shown: the first Chinese and the first English one. */
export function shownName(field: PersonField | PartField): string {
  const names = fieldNames[field];
  const english = names.find((name) => /^[A-Z]/.test(name)) ?? "";
  return `${names[0] ?? ""} / ${english}`;
}

/** Longer names first. */
const rolePrefixes = roles
  .flatMap((role) => roleNames[role].map((name) => ({ role, name: simple(name) })))
  .sort((a, b) => b.name.length - a.name.length);

/** The role a header begins or ends with, and what else it says: `主管评分` is the manager's score. */
export function roleOf(header: string): { readonly role: Role; readonly rest: string } | null {
  const found = rolePrefixes.flatMap(({ role, name }) => {
    if (!header.startsWith(name) && !header.endsWith(name)) return [];
    const bare = header.startsWith(name)
      ? header.slice(name.length)
      : header.slice(0, -name.length);
    const said = bare.replace(/(?:得分|分数|分|score)$/, "");
    return [{ role, rest: judged.has(said) ? "" : bare }];
  });
  return found.find(({ rest }) => rest === "") ?? found[0] ?? null;
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

const scales =
  /^(?:权重|比重|占比|满分|标准分|分值|weight(?:s|ing)?|max(?:imum)?(?:score|points)?|fullmarks?)$/;

const pages = /^-?第?\d+页(?:[,，、/]?共?\d+页)?-?$|^page\d+(?:of\d+|\/\d+)?$/;

/** Where one printed page ends below another. */
export const isPage = (text: string) => pages.test(simple(text));
/** `部门：客服部`, as it stands over a table. */
export const isLabelled = (text: string) => /^[^:：]{1,12}[:：]/.test(normal(text));
/** A row that says what a column counts or how much it may hold. */
export const isScale = (text: string) => scales.test(simple(text));
/** A row that adds up or counts the rows above it. */
export const isSum = (text: string) => sums.test(simple(text)) || counts.test(simple(text));
/** A row to sign, or a note below a list. */
export const isSignature = (text: string) => signatures.test(normal(text));
