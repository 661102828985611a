/** Who is in the small company, by what they are in its story; in the order they are taken on. */
export const cast = {
  admin: { number: "00001", name: "何助理" },
  chief: { number: "00010", name: "江总", manager: null, unit: "root" },
  head: { number: "00020", name: "陈事业", manager: "chief", unit: "division" },
  /** Goes on leave. */
  away: { number: "00030", name: "严在外", manager: "head", unit: "department" },
  /** Stands in for `away`. */
  deputy: { number: "00031", name: "邵代理", manager: "head", unit: "department" },
  /** Leaves in the middle. */
  leaver: { number: "00040", name: "林要走", manager: "away", unit: "department" },
  successor: { number: "00041", name: "高接手", manager: "away", unit: "department" },
  partner: { number: "00050", name: "叶政委", manager: "chief", unit: "root" },
  /** Scored 5, which is declined. */
  top: { number: "00101", name: "周五分", manager: "leaver", unit: "group" },
  /** Scored 0.5, which HR returns. */
  half: { number: "00102", name: "钱半分", manager: "leaver", unit: "group" },
  /** Falls into the lowest band. */
  low: { number: "00103", name: "孙末等", manager: "leaver", unit: "group" },
  plain: { number: "00104", name: "李寻常", manager: "leaver", unit: "group" },
  other: { number: "00105", name: "郑寻常", manager: "leaver", unit: "group" },
  last: { number: "00106", name: "王寻常", manager: "leaver", unit: "group" },
} as const;

/** Comes when the quarter is running. */
export const newcomer = { number: "00107", name: "吴后来" } as const;

export type Role = keyof typeof cast | "newcomer";

export const personIn = (role: Role): { readonly number: string; readonly name: string } =>
  role === "newcomer" ? newcomer : cast[role];

/** The six of one team, whose manager leaves. */
export const team = ["top", "half", "low", "plain", "other", "last"] as const;

export const units = {
  root: { code: "0", name: "小公司" },
  division: { code: "1", name: "客户服务", parent: "root", head: "head" },
  department: { code: "11", name: "平台客服部", parent: "division", head: "away" },
  group: { code: "111", name: "一线组", parent: "department", head: null },
} as const;

export type Unit = keyof typeof units;
