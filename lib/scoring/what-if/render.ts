import { formatDelta, formatScore } from "../format";
import type { BandLimit } from "../sheet/bands";
import type { ProposedConsequence } from "../sheet/types";
import { maxOfFramework, type HalfPoints } from "../figures";
import { reachedFrom } from "../explain/sheet";
import { en } from "./en";
import type {
  BandChange,
  Change,
  ConsequenceChange,
  Effect,
  JustificationChange,
  Queue,
  ReplayRecord,
  Rules,
  ScoreChange,
} from "./types";
import { zh } from "./zh";

type ReplayLocale = "zh" | "en";

/** A band with the lowest total that reaches it, in points of `max`, the most this sheet can come to. */
type BandText = {
  readonly name: string;
  readonly from: string;
  readonly max: string;
  /** Why a single value lowered it; empty where the total decides. */
  readonly by: readonly string[];
};

/** One language's sentences. Points come formatted, names in the language; null: no score, total or band. */
export type ReplayVoice = {
  readonly score: (
    value: string,
    before: string | null,
    after: string | null,
    because: ScoreChange["because"],
  ) => string;
  readonly total: (before: string | null, after: string | null, parts: readonly string[]) => string;
  readonly part: (value: string, delta: string) => string;
  readonly band: (before: BandText | null, after: BandText | null, totals: Totals) => string;
  readonly consequence: (effect: Effect, name: string, reasons: readonly string[]) => string;
  readonly byBand: (band: string, total: string) => string;
  readonly byValue: (value: string, score: string, bound: string, exact: boolean) => string;
  readonly justification: (
    effect: Effect,
    place: { readonly value: string; readonly score: string | null },
    rule: { readonly reason: JustificationChange["rule"]["reason"]; readonly bound: string },
    missing: boolean,
  ) => string;
  readonly queue: (effect: Effect, queue: Queue, value: string, score: string | null) => string;
};

type Totals = { readonly before: string | null; readonly after: string | null };

const voices: Readonly<Record<ReplayLocale, ReplayVoice>> = { zh, en };

const points = (score: HalfPoints | null) => (score === null ? null : formatScore(score));

type Sides = { readonly before: Rules; readonly after: Rules; readonly locale: ReplayLocale };

/** Names in the reader's language; a key the documents do not know stands for itself. */
function namesOf({ before, after, locale }: Sides) {
  const sides = { gained: after, lost: before };
  return {
    value: (key: string) =>
      before.framework.values.find((value) => value.key === key)?.name[locale] ?? key,
    consequence: (effect: Effect, code: string) =>
      sides[effect].policy.consequences.find((one) => one.code === code)?.text[locale] ?? code,
    band: (effect: Effect, key: string | null): Omit<BandText, "by"> | null => {
      const { framework, policy } = sides[effect];
      const band = policy.bands.find((one) => one.key === key);
      if (band === undefined) return null;
      const max = maxOfFramework(framework);
      const from = formatScore(reachedFrom(policy, band.from, max));
      return { name: band.name[locale], from, max: formatScore(max) };
    },
  };
}

type Names = ReturnType<typeof namesOf>;

/** One value's score and the rule on it that it meets. */
function scoredAs(
  { value, score, rule }: Omit<BandLimit, "band">,
  names: Names,
  voice: ReplayVoice,
): string {
  const exact = "equals" in rule;
  const bound = exact ? rule.equals : rule.below;
  return voice.byValue(names.value(value), formatScore(score), formatScore(bound), exact);
}

function bandSentence({ before, after }: BandChange, names: Names, voice: ReplayVoice): string {
  const side = (effect: Effect, { band: key, by }: BandChange["before"]) => {
    const band = names.band(effect, key);
    return band && { ...band, by: by.map((limit) => scoredAs(limit, names, voice)) };
  };
  return voice.band(side("lost", before), side("gained", after), {
    before: points(before.total),
    after: points(after.total),
  });
}

function consequenceSentence(change: ConsequenceChange, names: Names, voice: ReplayVoice): string {
  const { effect, code, because } = change;
  const reason = (one: ProposedConsequence["because"]) => {
    if (one.kind === "band")
      return voice.byBand(names.band(effect, one.band)?.name ?? one.band, formatScore(one.total));
    return scoredAs(one, names, voice);
  };
  return voice.consequence(effect, names.consequence(effect, code), because.map(reason));
}

function sentence(change: Change, names: Names, voice: ReplayVoice): string {
  switch (change.kind) {
    case "score":
      return voice.score(
        names.value(change.value),
        points(change.before),
        points(change.after),
        change.because,
      );
    case "total": {
      const parts = change.parts.map(({ value, delta }) =>
        voice.part(names.value(value), formatDelta(delta)),
      );
      return voice.total(points(change.before), points(change.after), parts);
    }
    case "band":
      return bandSentence(change, names, voice);
    case "consequence":
      return consequenceSentence(change, names, voice);
    case "justification": {
      const place = { value: names.value(change.value), score: points(change.score) };
      const rule = { reason: change.rule.reason, bound: formatScore(change.rule.threshold ?? 0) };
      return voice.justification(change.effect, place, rule, change.missing);
    }
    case "queue":
      return voice.queue(
        change.effect,
        change.queue,
        names.value(change.value),
        points(change.score),
      );
  }
}

/**
 * What would be another way for one person, one sentence a change, in the order of the record. `before` and `after`
 * are the rules the record was made with. Says nothing the record does not say.
 */
export function renderReplay({ changes }: Pick<ReplayRecord, "changes">, sides: Sides): string[] {
  const names = namesOf(sides);
  return changes.map((change) => sentence(change, names, voices[sides.locale]));
}
