import type { ReplayVoice } from "./render";
import type { Effect, Queue } from "./types";

const becauses = {
  step: "the two policies treat half points differently",
  framework: "the two versions have different levels",
} as const;

const queueTexts: Readonly<Record<Queue, Readonly<Record<Effect, string>>>> = {
  verify: { gained: "needs verification by HR", lost: "no longer needs verification by HR" },
  sample: {
    gained: "may be drawn for a spot check",
    lost: "can no longer be drawn for a spot check",
  },
  beneficiaryView: {
    gained: "needs the beneficiary’s view",
    lost: "no longer needs the beneficiary’s view",
  },
  approve: {
    gained: "needs the division head’s approval",
    lost: "no longer needs the division head’s approval",
  },
  refer: {
    gained: "goes to the second level and HR, being in doubt",
    lost: "no longer goes to the second level and HR for being in doubt",
  },
  sanction: {
    gained: "needs verification by HR, because a consequence rests on it",
    lost: "no longer needs verification by HR as the ground of a consequence",
  },
};

const open = "undecided";

const place = (value: string, score: string | null) =>
  score === null ? value : `The ${score} in ${value}`;

export const en: ReplayVoice = {
  score: (value, before, after, because) =>
    `${value} moves from ${before ?? open} to ${after ?? open}: ${becauses[because]}.`,
  part: (value, delta) => `${value} ${delta}`,
  total: (before, after, parts) =>
    `The total moves from ${before ?? open} to ${after ?? open}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}.`,
  band: (before, after, totals) => {
    const side = (band: typeof before, total: string | null) =>
      band === null
        ? "no band"
        : `“${band.name}” (total ${total ?? open} of ${band.max}; ${band.by.join("; ") || `it begins at ${band.from}`})`;
    return `The band moves from ${side(before, totals.before)} to ${side(after, totals.after)}.`;
  },
  consequence: (effect, name, reasons) =>
    effect === "gained"
      ? `New proposed consequence “${name}”: ${reasons.join("; ")}.`
      : `Consequence “${name}” is no longer proposed; the reason was: ${reasons.join("; ")}.`,
  byBand: (band, total) => `the total of ${total} is in the lowest band, “${band}”`,
  byValue: (value, score, bound, exact) =>
    exact ? `${value} has exactly ${bound}` : `${value} has ${score}, which is below ${bound}`,
  justification: (effect, { value, score }, { reason, bound }, missing) => {
    const rule =
      reason === "sanction"
        ? "as the ground of a consequence"
        : reason === "excused"
          ? "at a half for an excusable lapse"
          : reason === "exactly"
            ? `at exactly ${bound}`
            : reason === "at-least"
              ? `at ${bound} or more`
              : `at ${bound} or less`;
    if (effect === "lost")
      return `${place(value, score)} no longer needs a justification (it was required ${rule}).`;
    const state = missing ? "none is written yet" : "it is already written";
    return `${place(value, score)} needs a justification (required ${rule}); ${state}.`;
  },
  queue: (effect, queue, value, score) => `${place(value, score)} ${queueTexts[queue][effect]}.`,
};
