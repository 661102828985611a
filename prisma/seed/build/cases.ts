import { addDays, type IsoDay } from "@/lib/i18n/zone";
import { stableId } from "@/lib/db/ids";
import type { SheetCase } from "@/lib/sheet/types";
import { casePool, type CaseFamily, type SeedCase } from "./data";
import { diceFor } from "./random";

const courses = [
  "《项目管理认证》",
  "《数据分析入门》",
  "《网络工程师考前串讲》",
  "《信息系统监理》",
  "《云平台运维实战》",
  "《软件测试基础》",
  "《产品经理训练营》",
  "《新媒体写作》",
];

export interface CaseWish {
  /** Names the appraisal and side, so that the same wish always gives the same case. */
  readonly seed: string;
  readonly value: string;
  readonly rung: number;
  readonly kind: SheetCase["kind"];
  readonly family: CaseFamily;
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** The first of the pool instead of any, for the people the README speaks of. */
  readonly first: boolean;
}

/** A case of the pool that fits the person's work, with its figures and date drawn. */
export function drawCase(wish: CaseWish): SheetCase {
  const dice = diceFor("case", wish.seed, wish.value, wish.rung, wish.kind);
  const fitting = candidates(wish);
  const chosen = wish.first ? fitting[0] : dice.pick(fitting);
  if (chosen === undefined) throw new Error(`no case for ${wish.value} ${wish.rung}`);
  const slots = Object.entries(chosen.slots ?? {}).map(([name, [from, to]]): [string, string] => [
    name,
    String(dice.between(from, to)),
  ]);
  const words = new Map([...slots, ["course", dice.pick(courses)]]);
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => words.get(name) ?? "");
  const span = Math.max(0, (Date.parse(wish.to) - Date.parse(wish.from)) / 86_400_000);
  return {
    id: stableId("demo case", wish.seed, wish.value, wish.rung, wish.kind),
    rung: wish.rung,
    kind: wish.kind,
    title: fill(chosen.title),
    happenedOn: addDays(wish.from, dice.between(0, span)),
    happened: fill(chosen.happened),
    action: fill(chosen.action),
    outcome: fill(chosen.outcome),
    beneficiary: chosen.who,
  };
}

function candidates({ value, rung, kind, family }: CaseWish): readonly SeedCase[] {
  const all = (casePool[value] ?? []).filter(
    (entry) => entry.rung === rung && (entry.kind ?? "supports") === kind,
  );
  const own = all.filter((entry) => entry.for === family);
  const common = all.filter((entry) => entry.for === "any");
  return own.length + common.length > 0 ? [...own, ...common] : all;
}
