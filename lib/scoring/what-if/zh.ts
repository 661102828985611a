import type { ReplayVoice } from "./render";
import type { Effect, Queue } from "./types";

const becauses = {
  step: "两个政策对半分的规定不同",
  framework: "两个版本的行为等级不同",
} as const;

const queueTexts: Readonly<Record<Queue, Readonly<Record<Effect, string>>>> = {
  verify: { gained: "须由 HR 核查", lost: "不再须由 HR 核查" },
  sample: { gained: "进入抽查范围", lost: "不再在抽查范围" },
  beneficiaryView: { gained: "须了解受益人的看法", lost: "不再须了解受益人的看法" },
  approve: { gained: "须由事业部负责人审批", lost: "不再须由事业部负责人审批" },
  refer: { gained: "因存疑须提请隔级主管和 HR", lost: "存疑也不再须提请隔级主管和 HR" },
  sanction: { gained: "因导致后果，须由 HR 核实", lost: "不再因导致后果须由 HR 核实" },
};

const open = "未定";

const moved = (before: string | null, after: string | null) =>
  `由${before === null ? open : ` ${before} `}变为${after === null ? open : ` ${after}`}`;

const place = (value: string, score: string | null) =>
  score === null ? `“${value}”` : `“${value}”的 ${score} 分`;

export const zh: ReplayVoice = {
  score: (value, before, after, because) =>
    `“${value}”${moved(before, after)}：${becauses[because]}。`,
  part: (value, delta) => `${value} ${delta}`,
  total: (before, after, parts) =>
    `总分${moved(before, after)}${parts.length === 0 ? "" : `：${parts.join("，")}`}。`,
  band: (before, after, totals) => {
    const side = (band: typeof before, total: string | null) =>
      band === null
        ? "没有等第"
        : `“${band.name}”（总分 ${total ?? open}，满分 ${band.max}；${band.by.join("；") || `${band.from} 分起`}）`;
    return `等第由${side(before, totals.before)}变为${side(after, totals.after)}。`;
  },
  consequence: (effect, name, reasons) =>
    effect === "gained"
      ? `新增处理建议“${name}”：${reasons.join("；")}。`
      : `不再有处理建议“${name}”，原来的依据是：${reasons.join("；")}。`,
  byBand: (band, total) => `总分 ${total} 落在最低等第“${band}”`,
  byValue: (value, score, bound, exact) =>
    exact ? `“${value}”得 ${score}，正是 ${bound} 分` : `“${value}”得 ${score}，低于 ${bound} 分`,
  justification: (effect, { value, score }, { reason, bound }, missing) => {
    const rule =
      reason === "excused"
        ? "情有可原的半分"
        : reason === "sanction"
          ? "导致后果"
          : reason === "exactly"
            ? `${bound} 分`
            : reason === "at-least"
              ? `${bound} 分及以上`
              : `${bound} 分及以下`;
    if (effect === "lost") return `${place(value, score)}不再要求书面事由（原规定：${rule}）。`;
    return `${place(value, score)}须写明事由（${rule}）${missing ? "，目前尚未填写" : "，已填写"}。`;
  },
  queue: (effect, queue, value, score) => `${place(value, score)}${queueTexts[queue][effect]}。`,
};
