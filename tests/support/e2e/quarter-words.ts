/** What the employee must not read before the result is published. */
export const secret = {
  case: "主管记的案例：把三类退款合成一张表",
  lapse: "晨会上的一句气话",
  why: "事由：九月那次客户投诉，员工在晨会上当众说了气话，当天下午道了歉，情有可原。",
  five: "事由：提前两周发现退款规则的漏洞，三个部门照着改，没有一位客户受影响。",
  ground: "本季与工单和周报逐条核对，没有别的事例；季中提醒过，有记录。",
  mended: "事由：九月 12 日晨会的记录在案，当天下午当面道歉，客户也接受了。",
  returned: "第 1 级请写明日期和当面道歉的经过。",
  agreed: "补得清楚，同意。",
  view: "客户说：十月起退款当天就到账，没有再打过电话。",
  checked: "与晨会记录一致。",
  approved: "先于客户发现问题，方法别的组可以照用。",
};
/** The values the lowest band rests on beside those that need a justification anyway, with their scores. */
export const grounds = [
  ["teamwork", "3"],
  ["embrace-change", "2"],
  ["integrity", "3"],
  ["dedication", "2"],
] as const;
export const minutes = {
  good: "退款表把三个部门的口径合成一个。",
  short: "晨会上的那句话伤了同事。",
  direction: "下个季度先写方案再开口。",
  deductions: "激情第 1 级扣半分：九月 12 日晨会。",
  minutes: "双方都认可事实，员工愿意带一次分享。",
};
