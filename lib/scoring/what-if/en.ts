import type { ReplayVoice } from "./render";
import type { Effect, Queue } from "./types";

const becauses = {
  step: "the two policies treat half points differently",
  framework: "the two versions have different rungs",
} as const;

const queueTexts: Readonly<Record<Queue, Readonly<Record<Effect, string>>>> = {
  verify: { gained: "needs verifying by HR", lost: "no longer needs verifying by HR" },
  sample: {
    gained: "may be drawn for a spot check",
    lost: "can no longer be drawn for a spot check",
  },
  beneficiaryView: {
    gained: "needs the view of who benefited",
    lost: "no longer needs the view of who benefited",
  },
  approve: {
    gained: "needs the division head’s approval",
    lost: "no longer needs the division head’s approval",
  },
  refer: {
    gained: "goes to the second level and HR, being in doubt",
    lost: "no longer goes to the second level and HR for being in doubt",
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
        : `“${band.name}” (total ${total ?? open} of ${band.max}; it begins at ${band.from})`;
    return `The band moves from ${side(before, totals.before)} to ${side(after, totals.after)}.`;
  },
  consequence: (effect, name, reasons) =>
    effect === "gained"
      ? `New proposed consequence “${name}”: ${reasons.join("; ")}.`
      : `Consequence “${name}” is no longer proposed; it was because ${reasons.join("; ")}.`,
  byBand: (band, total) => `the total of ${total} is in the lowest band, “${band}”`,
  byValue: (value, score, bound, exact) =>
    exact ? `${value} has exactly ${bound}` : `${value} has ${score}, which is below ${bound}`,
  justification: (effect, { value, score }, { reason, bound }, missing) => {
    const rule =
      reason === "excused"
        ? "a half for an excusable lapse"
        : reason === "exactly"
          ? `exactly ${bound}`
          : reason === "at-least"
            ? `${bound} or more`
            : `${bound} or less`;
    if (effect === "lost")
      return `${place(value, score)} no longer needs written facts (they were asked for at ${rule}).`;
    const state = missing ? "nothing is written yet" : "they are written already";
    return `${place(value, score)} needs written facts (asked for at ${rule}); ${state}.`;
  },
  queue: (effect, queue, value, score) => `${place(value, score)} ${queueTexts[queue][effect]}.`,
};
