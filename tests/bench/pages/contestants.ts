import { randomUUID } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import { personOf } from "../../support/e2e/people";
import { signIn, type Site } from "./site";

export interface Contestant {
  readonly name: string;
  readonly kind: "page" | "write";
  readonly site: Site;
  /** One request; answers the body. Anything but a success is an error. */
  readonly send: () => Promise<string>;
}

async function textOf(address: string, init: RequestInit): Promise<string> {
  const response = await fetch(address, { ...init, redirect: "manual" });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${address}: ${response.status} ${text}`);
  return text;
}

function pageOf(name: string, site: Site, route: string, cookie = ""): Contestant {
  const send = () => textOf(`${site.address}${route}`, { headers: { cookie } });
  return { name, kind: "page", site, send };
}

function post(address: string, body: unknown, headers: Record<string, string>): Promise<string> {
  const sent = { "content-type": "application/json", ...headers };
  return textOf(address, { method: "POST", headers: sent, body: JSON.stringify(body) });
}

export function bareContestants(bare: Site): Contestant[] {
  return [
    pageOf("bare page", bare, "/"),
    {
      name: "bare UPDATE",
      kind: "write",
      site: bare,
      send: () => post(`${bare.address}/update`, { id: 1 }, {}),
    },
  ];
}

const found = z.object({ id: z.string(), version: z.number() });

async function one(database: pg.Client, where: string, key: string) {
  const sql = `SELECT a.id, a.version FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
    JOIN employee e ON e.id = a.employee_id JOIN employee m ON m.id = a.manager_id
    WHERE ${where} ORDER BY c.year DESC, c.quarter DESC, e.number LIMIT 1`;
  const { rows } = await database.query(sql, [personOf(key).number]);
  return found.parse(rows[0]);
}

const saved = z.object({ value: z.object({ version: z.number() }) });
const valueKey = z.object({ key: z.string() });

/** Autosave as the form sends it: one value whole, of which one sentence has changed. */
async function saving(ours: Site, database: pg.Client, cookie: string): Promise<Contestant> {
  const own = await one(database, "e.number = $1 AND a.state = 'self_review'", "zhou.ning");
  const { rows } = await database.query(
    `SELECT v.key FROM value v JOIN cycle c ON c.framework_version_id = v.framework_version_id
      JOIN appraisal a ON a.cycle_id = c.id WHERE a.id = $1 ORDER BY v.position LIMIT 1`,
    [own.id],
  );
  const { key } = valueKey.parse(rows[0]);
  const story = { id: randomUUID(), rung: 2, kind: "supports", title: "双十一的退费" };
  const facts = { happenedOn: "2026-11-12", outcome: "家长当天收到。", beneficiary: "家长" };
  const text = { happened: "系统排队，家长等了两天。", action: "逐单核对后先行垫付。" };
  const judgements = { 1: "met", 2: "met", 3: "unmet" };
  const send = async () => {
    const action = `${text.action}（${own.version}）`;
    const cases = [{ ...story, ...facts, ...text, action }];
    const value = { key, judgements, cases, justification: "", inDoubt: false };
    const body = { appraisalId: own.id, version: own.version, value };
    const headers = { cookie, origin: ours.address };
    const answer = await post(`${ours.address}/api/commands/self-review.save`, body, headers);
    own.version = saved.parse(JSON.parse(answer)).value.version;
    return answer;
  };
  return { name: "save", kind: "write", site: ours, send };
}

/** Our pages with the people of the demo company who open them. */
export async function ourContestants(ours: Site, database: pg.Client): Promise<Contestant[]> {
  const employee = await signIn(ours, "zhou.ning");
  const [manager, reader] = [await signIn(ours, "lin.lan"), await signIn(ours, "qin.yue")];
  const [partner, admin] = [await signIn(ours, "ye.qing"), await signIn(ours, "su.nian")];
  const own = await one(database, "e.number = $1 AND a.state = 'self_review'", "zhou.ning");
  const scored = await one(database, "m.number = $1 AND a.state = 'manager_scoring'", "lin.lan");
  const result = await one(database, "e.number = $1 AND a.published_at IS NOT NULL", "qin.yue");
  return [
    pageOf("shell", ours, "/policies/import", admin),
    pageOf("home", ours, "/", manager),
    pageOf("self-review form", ours, `/self-review/${own.id}`, employee),
    pageOf("own team list", ours, "/manager-scoring", manager),
    pageOf("scoring sheet", ours, `/manager-scoring/${scored.id}`, manager),
    pageOf("result", ours, `/results/${result.id}`, reader),
    pageOf("HR's audit queue", ours, "/hr-audit", partner),
    await saving(ours, database, employee),
  ];
}
