import { readdirSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { z } from "zod";
import { send } from "./requests/commands";
import { appraisalOf, closedAppraisalOf, cycleIn, idOf, otherPolicy, versionOf } from "./database";

/** Every page of the application by its route, e.g. `/manager-scoring/[appraisalId]`. */
export function everyRoute(): readonly string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => {
      const parts = path.dirname(file).split(path.sep);
      return `/${parts.filter((part) => part !== "." && !/^\(.*\)$/.test(part)).join("/")}`;
    })
    .sort();
}

type Requests = (person: string | null) => Promise<APIRequestContext>;

/** One look at one page: as whom, and at what. */
export interface Visit {
  readonly route: string;
  readonly what: string;
  /** Null for a visitor without a session. */
  readonly as: string | null;
  readonly address: (requests: Requests) => Promise<string>;
}

const plain = (route: string, as: string | null, what = ""): Visit => ({
  route,
  what,
  as,
  address: () => Promise.resolve(route),
});

/** A page of one appraisal of the open quarter. */
const about = (route: string, as: string, whose: string, what: string): Visit => ({
  route,
  what,
  as,
  address: async () => route.replace("[appraisalId]", (await appraisalOf(whose)).id),
});

const invited = z.object({ ok: z.literal(true), value: z.looseObject({ path: z.string() }) });

async function invitation(requests: Requests): Promise<string> {
  const request = await requests("su.nian");
  const answer = await send(request, "access.invite", { employeeId: await idOf("lan.ting") });
  return invited.parse(await answer.json()).value.path;
}

const own: readonly Visit[] = [
  plain("/mine", "xia.tian", "an acknowledged quarter"),
  plain("/mine", "mi.duo", "a returned self-review"),
  plain("/security", "ke.lan"),
  plain("/delegation", "wen.ru"),
  plain("/relations", "wen.ru"),
  about("/self-review/[appraisalId]", "dong.ke", "dong.ke", "half written"),
  about("/self-review/[appraisalId]", "mi.duo", "mi.duo", "returned"),
  about("/self-review/[appraisalId]", "tao.ran", "tao.ran", "handed in"),
  about("/results/[appraisalId]", "lan.ting", "lan.ting", "to answer"),
  about("/results/[appraisalId]", "cao.yue", "cao.yue", "objected"),
  {
    route: "/results/[appraisalId]",
    what: "of a closed quarter",
    as: "xia.tian",
    address: async () => `/results/${(await closedAppraisalOf("xia.tian")).id}`,
  },
  about("/appraisals/[appraisalId]/trail", "wen.ru", "wen.ru", "one's own"),
];

const line: readonly Visit[] = [
  plain("/manager-scoring", "wen.ru"),
  about("/manager-scoring/[appraisalId]", "liang.xi", "kang.ming", "to score, returned"),
  about("/manager-scoring/[appraisalId]", "yao.shu", "ge.tong", "handed in"),
  about("/manager-scoring/[appraisalId]", "qiu.ze", "mi.duo", "waiting for the self-review"),
  about("/interview/[appraisalId]", "wen.ru", "tao.ran", "to hold"),
  about("/results/[appraisalId]", "he.chuan", "qin.yue", "of a report"),
  about("/appraisals/[appraisalId]/trail", "wen.ru", "tao.ran", "of a report"),
  plain("/second-level", "song.yan"),
  about("/second-level/[appraisalId]", "song.yan", "pan.yun", "to decide"),
  plain("/second-level/decided", "yan.min"),
  plain("/approvals/decided", "chen.mo"),
  plain("/hr-audit/decided", "ye.qing"),
  plain("/hr-audit", "bo.zhou"),
  plain("/hr-audit", "su.nian", "without a grant"),
  about("/hr-audit/[appraisalId]", "bo.zhou", "ning.zhe", "to verify"),
  plain("/approvals", "cheng.ye"),
  about("/approvals/[appraisalId]", "cheng.ye", "du.heng", "to decide"),
];

const house: readonly Visit[] = [
  plain("/", "qiu.ze", "a manager"),
  plain("/", "bo.zhou", "an HR partner"),
  plain("/", "su.nian", "the HR administrator"),
  plain("/", "jiang.zhiyuan", "the chief executive"),
  plain("/people", "su.nian"),
  plain("/people/new", "su.nian"),
  plain("/cycles", "su.nian"),
  plain("/cycles/new", "su.nian"),
  {
    route: "/cycles/[id]",
    what: "running",
    as: "su.nian",
    address: async () => `/cycles/${(await cycleIn("open")).id}`,
  },
  {
    route: "/cycles/[id]",
    what: "closed",
    as: "su.nian",
    address: async () => `/cycles/${(await cycleIn("closed")).id}`,
  },
  {
    route: "/cycles/[id]/sample",
    what: "revealed",
    as: "su.nian",
    address: async () => `/cycles/${(await cycleIn("closed")).id}/sample`,
  },
  plain("/people/departments", "su.nian"),
  plain("/hand-over", "su.nian"),
  {
    route: "/hand-over/[id]",
    what: "of a manager",
    as: "su.nian",
    address: async () => `/hand-over/${await idOf("lin.lan")}`,
  },
  {
    route: "/delegation/[id]",
    what: "of a manager",
    as: "su.nian",
    address: async () => `/delegation/${await idOf("wen.ru")}`,
  },
  plain("/frameworks", "su.nian"),
  plain("/frameworks/import", "su.nian"),
  {
    route: "/frameworks/[versionId]",
    what: "with assumed levels",
    as: "su.nian",
    address: async () => `/frameworks/${await versionOf("framework", "go-getter")}`,
  },
  {
    route: "/frameworks/[versionId]",
    what: "without levels",
    as: "su.nian",
    address: async () => `/frameworks/${await versionOf("framework", "huawei")}`,
  },
  plain("/policies", "su.nian"),
  plain("/policies/import", "su.nian"),
  {
    route: "/policies/[versionId]",
    what: "with every rule",
    as: "su.nian",
    address: async () => `/policies/${await versionOf("policy", "manual-2006")}`,
  },
  {
    route: "/people/[id]",
    what: "",
    as: "su.nian",
    address: async () => `/people/${await idOf("ye.qing")}`,
  },
];

/** A closed quarter under another policy. */
const replayed = (route: string, as: string, what: string, chosen = true): Visit => ({
  route,
  what,
  as,
  address: async () => {
    const path = route.replace("[id]", (await cycleIn("closed")).id);
    return chosen ? `${path}?policy=${await otherPolicy()}` : path;
  },
});

const whatIf: readonly Visit[] = [
  replayed("/cycles/[id]/what-if", "su.nian", "to choose", false),
  replayed("/cycles/[id]/what-if", "su.nian", "the company in counts"),
  replayed("/cycles/[id]/what-if", "ye.qing", "an HR partner's departments"),
  replayed("/cycles/[id]/what-if/people", "ye.qing", "an HR partner's people"),
];

const outside: readonly Visit[] = [
  plain("/sign-in", null),
  { route: "/invitation/[token]", what: "good", as: null, address: invitation },
  {
    route: "/invitation/[token]",
    what: "used up",
    as: null,
    address: () => Promise.resolve("/invitation/no-such-token"),
  },
  {
    route: "/answer/[token]",
    what: "no link",
    as: null,
    address: () => Promise.resolve("/answer/no-such-token"),
  },
];

/** At least one look at every page; the first-run page needs an empty database and is looked at elsewhere. */
export const visits: readonly Visit[] = [...outside, ...own, ...line, ...house, ...whatIf];
export const elsewhere: readonly string[] = ["/first-run"];

export const titleOf = ({ route, what, as }: Visit) =>
  `${route} as ${as ?? "a visitor"}${what === "" ? "" : `, ${what}`}`;
