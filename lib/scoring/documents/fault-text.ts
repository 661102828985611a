import type { Fault, FaultCode } from "./faults";

type Data = Readonly<Record<string, string | number>>;
type Sentences = Readonly<Record<FaultCode, (data: Data) => string>>;

const half = (data: Data, name: string) => Number(data[name] ?? 0) / 2;
const points = (data: Data, name: string) => `${half(data, name)}`;

/** Chinese sets a space between characters and Latin letters. */
const zhKinds: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: " true 或 false",
  object: "对象 {…}",
  record: "对象 {…}",
  array: "列表 […]",
};

const enKinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object {…}",
  record: "an object {…}",
  array: "a list […]",
};

const zhKind = (data: Data, name: string) => zhKinds[`${data[name]}`] ?? ` ${data[name]}`;
const enKind = (data: Data, name: string) => enKinds[`${data[name]}`] ?? `${data[name]}`;

const zh: Sentences = {
  "not-json": ({ line, column }) => `不是有效的 JSON：第 ${line} 行第 ${column} 列的内容无法读取`,
  "key-repeated": ({ line, column }) =>
    `这一项在同一个对象里写了两次，第二次在第 ${line} 行第 ${column} 列`,
  "too-deep": () => "层次过深，不像一份文件",
  "too-large": ({ max }) => `内容过多，不像一份文件（上限 ${max}）`,
  "is-framework": () => "这是价值观框架，不是考核政策",
  "is-policy": () => "这是考核政策，不是价值观框架",
  "is-appraisals": () => "这是考核数据，不是框架或政策",
  "is-appraisal": () => "这是一个人的考核数据，不是框架或政策",
  "is-results": () => "这是检查结果，不是框架或政策",
  missing: () => "缺少这一项",
  "unknown-key": () => "没有这个字段，请删去或检查拼写",
  "wrong-type": (data) => `应为${zhKind(data, "expected")}，现在是${zhKind(data, "got")}`,
  "not-allowed": ({ allowed }) => `只能是：${allowed}`,
  "not-finite": ({ got }) => `应为有限的数，现在是 ${got}`,
  "not-whole": () => "应为整数",
  "not-a-step": ({ step }) => `应为 ${step} 的整数倍`,
  "too-small": ({ min }) => `不能小于 ${min}`,
  "too-big": ({ max }) => `不能大于 ${max}`,
  "too-long": ({ max }) => `文字过长，最多 ${max} 个字符`,
  "too-few": ({ min }) => `至少要有 ${min} 项`,
  "too-many": ({ max }) => `最多 ${max} 项`,
  "key-malformed": () => "只能用小写字母、数字和连字符，并以字母或数字开头",
  "text-blank": () => "不能为空",
  "text-unreadable": () => "含有无法显示的控制字符或残缺的字符",
  "pointer-malformed": () => "应以“/”开头，指向本文件中的一处",
  "rungs-not-consecutive": ({ expected }) => `各级应从 1 起逐级递增，这一级应为 ${expected}`,
  "cap-out-of-reach": (data) => `封顶须低于各级相加的满分 ${points(data, "max")} 分`,
  "value-key-repeated": () => "与前面的价值观重名",
  "bands-not-descending": (data) =>
    `等第应从高到低排列，下限须低于前一等的 ${points(data, "above")} 分`,
  "bands-overlap": (data) => `与前一等重叠，前一等从 ${points(data, "above")} 分起`,
  "bands-leave-hole": (data) =>
    half(data, "low") === half(data, "high")
      ? `${points(data, "low")} 分不属于任何一等`
      : `${points(data, "low")} 至 ${points(data, "high")} 分不属于任何一等`,
  "band-out-of-reach": (data) => `高于满分 ${points(data, "maxTotal")} 分`,
  "band-upside-down": (data) => `上限低于下限 ${points(data, "from")} 分`,
  "band-repeated": () => "与前面的等第重名",
  "band-unknown": () => "没有这个等第",
  "band-cannot-be-set": () => "这是最高的等第，单项规则只能把等第定到它以下",
  "band-floor-idle": () => "最低的等第不能再设单项下限，没有更低的等第可落",
  "band-floor-lower": (data) => `单项下限不能低于后面等第的单项下限 ${points(data, "worse")} 分`,
  "consequence-repeated": () => "与前面的后果重名",
  "consequence-unknown": () => "没有写明这项后果",
  "rating-missing": () => "综合考评按等第的评级计算，这一等缺少评级",
  "rule-needs-one-condition": () => "“below”与“equals”须写一个，且只能写一个",
  "rule-without-effect": () => "没有写后果，也没有用“setsBand”定等第，这条规则不起作用",
  "share-repeated": () => "与前面的档次重名",
  "shares-not-hundred": ({ sum }) => `各档比例之和应为 100%，现在是 ${sum}%`,
  "return-reason-repeated": () => "与前面的退回理由重复",
  "pointer-leads-nowhere": () => "所指的位置在本文件中不存在",
};

const en: Sentences = {
  "not-json": ({ line, column }) =>
    `this is not valid JSON: it cannot be read at line ${line}, column ${column}`,
  "key-repeated": ({ line, column }) =>
    `is written twice in the same object, the second time at line ${line}, column ${column}`,
  "too-deep": () => "is nested too deeply to be a document",
  "too-large": ({ max }) => `holds too much to be a document (at most ${max})`,
  "is-framework": () => "this is a framework of values, not a policy",
  "is-policy": () => "this is a policy, not a framework of values",
  "is-appraisals": () => "this holds appraisals; it is neither a framework nor a policy",
  "is-appraisal": () => "this is one person’s appraisal, neither a framework nor a policy",
  "is-results": () => "this is a result of the checker, neither a framework nor a policy",
  missing: () => "is missing",
  "unknown-key": () => "there is no such field; remove it or check the spelling",
  "wrong-type": (data) => `must be ${enKind(data, "expected")}, but is ${enKind(data, "got")}`,
  "not-allowed": ({ allowed }) => `must be one of: ${allowed}`,
  "not-finite": ({ got }) => `must be a finite number, but is ${got}`,
  "not-whole": () => "must be a whole number",
  "not-a-step": ({ step }) => `must be a multiple of ${step}`,
  "too-small": ({ min }) => `must not be less than ${min}`,
  "too-big": ({ max }) => `must not be more than ${max}`,
  "too-long": ({ max }) => `is too long: at most ${max} characters`,
  "too-few": ({ min }) => `needs at least ${min} ${min === 1 ? "entry" : "entries"}`,
  "too-many": ({ max }) => `has too many entries: at most ${max}`,
  "key-malformed": () =>
    "must be lower-case letters, digits and hyphens, beginning with a letter or digit",
  "text-blank": () => "must not be empty",
  "text-unreadable": () => "contains control characters or broken characters",
  "pointer-malformed": () => "must begin with “/” and point to a place in this document",
  "rungs-not-consecutive": ({ expected }) =>
    `levels count up from 1 without a gap: this one must be ${expected}`,
  "cap-out-of-reach": (data) =>
    `the cap must be below what the levels add up to, ${points(data, "max")}`,
  "value-key-repeated": () => "another value before it has the same key",
  "bands-not-descending": (data) =>
    `bands run from best to lowest: this one must begin below the ${points(data, "above")} of the band before it`,
  "bands-overlap": (data) =>
    `overlaps the band before it, which begins at ${points(data, "above")}`,
  "bands-leave-hole": (data) =>
    half(data, "low") === half(data, "high")
      ? `leaves a hole: ${points(data, "low")} belongs to no band`
      : `leaves a hole: ${points(data, "low")} to ${points(data, "high")} belong to no band`,
  "band-out-of-reach": (data) => `is above the full mark of ${points(data, "maxTotal")}`,
  "band-upside-down": (data) => `the band ends below its beginning of ${points(data, "from")}`,
  "band-repeated": () => "another band before it has the same key",
  "band-unknown": () => "there is no such band",
  "band-cannot-be-set": () =>
    "this is the best band; a single-value rule can only set one below it",
  "band-floor-idle": () =>
    "the lowest band cannot ask for a least score per value: there is no band to fall to",
  "band-floor-lower": (data) =>
    `must not be less than the least score per value of a band after it, ${points(data, "worse")}`,
  "consequence-repeated": () => "another consequence before it has the same code",
  "consequence-unknown": () => "this consequence is not described",
  "rating-missing": () => "the composite goes by the ratings of the bands, and this band has none",
  "rule-needs-one-condition": () => "needs one of “below” and “equals”, and only one",
  "rule-without-effect": () => "names no consequence and sets no band, so it does nothing",
  "share-repeated": () => "another share before it has the same key",
  "shares-not-hundred": ({ sum }) => `the shares must add up to 100%, but make ${sum}%`,
  "return-reason-repeated": () => "the same reason stands before it",
  "pointer-leads-nowhere": () => "points to nothing in this document",
};

const STEP_SHOWN = 60;

function quoted(name: string): string {
  return JSON.stringify(name.length > STEP_SHOWN ? `${name.slice(0, STEP_SHOWN)}…` : name);
}

/** `values[2].rungs[3].grant`; a name that is no plain word is quoted. The document itself has no path: "". */
export function renderPath(path: Fault["path"]): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^[A-Za-z_$][\w$-]{0,59}$/.test(step)) return `[${quoted(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}

/** One sentence: where and why. Bounds of scores are given in points. */
export function renderFault(fault: Fault, locale: "zh" | "en"): string {
  const sentence = { zh, en }[locale][fault.code](fault.data ?? {});
  const path = renderPath(fault.path);
  if (locale === "zh") return `${path === "" ? "文件" : path}：${sentence}。`;
  return `${path === "" ? "document" : path}: ${sentence}.`;
}
