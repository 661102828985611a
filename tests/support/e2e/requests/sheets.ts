import { randomUUID } from "node:crypto";
import type { SheetValue } from "@/lib/sheet/types";
import { framework } from "../texts";

/** A sheet with every value judged: the first two rungs granted, the third passed by a case, the fourth not reached. */
export function judgedSheet(): readonly SheetValue[] {
  return framework.values.map(({ key }) => judgedValue(key));
}

export function judgedValue(key: string): SheetValue {
  return {
    key,
    judgements: { 3: "met", 4: "unmet" },
    cases: [
      {
        id: randomUUID(),
        rung: 3,
        kind: "supports",
        title: "把口头的约定写成一页清单",
        happenedOn: "",
        happened: "两个小组对交接的时间各说各话，客户多等了一天。",
        action: "我把交接的步骤写成一页清单，请两边各改一遍，第二天就用。",
        outcome: "之后三周没有再漏过。",
        beneficiary: "一位客户",
      },
    ],
    justification: "",
    inDoubt: false,
  };
}
