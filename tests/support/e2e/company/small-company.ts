import { readFileSync } from "node:fs";
import { request as requests, type APIRequestContext } from "@playwright/test";
import { z } from "zod";
import { stages } from "@/lib/appraisal/stages";
import type { CommandInput, CommandName } from "@/lib/commands/contract";
import { addDays, dayIn, quarterOf } from "@/lib/i18n/zone";
import { answerOf, send } from "../requests/commands";
import { startEmptySite, type OwnSite } from "../site/own-site";
import { cast, personIn, units, type Role, type Unit } from "./cast";

/** A company of fifteen on a site of its own, made by its own commands: nobody else's lists change by it. */

const password = "kettle-lantern-orbit-42";
const zone = "Asia/Shanghai";
export const today = () => dayIn(new Date(), zone);

const hireDate = "2020-03-02";

interface Post {
  readonly manager: Role | null;
  readonly unit: Unit;
  readonly hireDate: string;
}

const answered = z.object({ ok: z.literal(true), value: z.unknown() });
/** One text of an answer. */
const textIn = (answer: unknown, key: string) =>
  z.string().parse(z.record(z.string(), z.unknown()).parse(answer)[key]);

export class SmallCompany {
  private readonly devices = new Map<Role, APIRequestContext>();
  private readonly departments = new Map<Unit, string>();
  readonly ids = new Map<Role, string>();

  private constructor(readonly site: OwnSite) {}

  static async found(): Promise<SmallCompany> {
    const company = new SmallCompany(await startEmptySite());
    await company.fill();
    return company;
  }

  async stop(): Promise<void> {
    for (const device of this.devices.values()) await device.dispose();
    await this.site.stop();
  }

  /** Requests with somebody's cookies, as the site's own pages send them. */
  as(role: Role): APIRequestContext {
    const device = this.devices.get(role);
    if (device === undefined) throw new Error(`${role} is not signed in`);
    return device;
  }

  /** For `stranger({ at })`: the same person's browser. */
  async browserOf(role: Role) {
    return { address: this.site.address, state: await this.as(role).storageState() };
  }

  idOf(role: Role): string {
    const id = this.ids.get(role);
    if (id === undefined) throw new Error(`${role} is not here`);
    return id;
  }

  unit(unit: Unit): string {
    const id = this.departments.get(unit);
    if (id === undefined) throw new Error(`no ${unit}`);
    return id;
  }

  /** Sends a command and gives what it answers; refused, it throws. */
  async does<Name extends CommandName>(role: Role, command: Name, input: CommandInput<Name>) {
    const response = await send(this.as(role), command, input);
    const answer = answered.safeParse(await response.json());
    if (!answer.success) throw new Error(`${command} by ${role}: ${await response.text()}`);
    return answer.data.value;
  }

  /** The code a command is refused with; "done" where it was not. */
  async tries<Name extends CommandName>(role: Role, command: Name, input: CommandInput<Name>) {
    const { ok, code = "refused" } = await answerOf(await send(this.as(role), command, input));
    return ok ? "done" : code;
  }

  private fields(role: Role, { manager, unit, hireDate }: Post) {
    const { number, name } = personIn(role);
    return {
      ...{ number, name, email: "", jobTitle: "", hireDate, departmentId: this.unit(unit) },
      managerNumber: manager === null ? "" : personIn(manager).number,
    };
  }

  /** Takes somebody on, who signs in. */
  async takeOn(role: Role, post: Post) {
    const person = await this.does("admin", "people.create", {
      ...this.fields(role, post),
      status: "active",
    });
    const employeeId = textIn(person, "employeeId");
    this.ids.set(role, employeeId);
    const invited = await this.does("admin", "access.invite", { employeeId });
    const token = textIn(invited, "path").split("/").at(-1);
    const guest = await this.device();
    await postTo(guest, "/api/public/accept-invitation", { token, password });
    await guest.dispose();
    await this.signIn(role);
  }

  /** Somebody is on leave; the sheets they hold they finish, or their deputy does. */
  async sendOnLeave(role: "away", appraisalIds: readonly string[]): Promise<void> {
    const sheets = { decision: "finish" as const, appraisalIds };
    await this.changeStatus(role, { version: 1, status: "on_leave", sheets });
  }

  comeBack(role: "away"): Promise<void> {
    return this.changeStatus(role, { version: 2, status: "active" });
  }

  private async changeStatus(
    role: "away",
    change: Pick<CommandInput<"people.change">, "version" | "status" | "sheets">,
  ): Promise<void> {
    await this.does("admin", "people.change", {
      ...this.fields(role, { ...cast[role], hireDate }),
      ...{ employeeId: this.idOf(role), ...change },
    });
  }

  private device(): Promise<APIRequestContext> {
    const { address } = this.site;
    // What a page would be waited for: the first answer of a new site takes its time on a busy machine.
    const timeout = 60_000;
    return requests.newContext({
      baseURL: address,
      extraHTTPHeaders: { Origin: address },
      timeout,
    });
  }

  private async signIn(role: Role): Promise<void> {
    const device = await this.device();
    const token = z.object({ csrfToken: z.string() });
    const { csrfToken } = token.parse(await (await device.get("/api/auth/csrf")).json());
    const answer = await device.post("/api/auth/callback/credentials", {
      form: { login: personIn(role).number, password, csrfToken, json: "true" },
    });
    const { url } = z.object({ url: z.string() }).parse(await answer.json());
    if (url.includes("error=")) throw new Error(`${role} could not sign in: ${url}`);
    this.devices.set(role, device);
  }

  private async fill(): Promise<void> {
    const guest = await this.device();
    const { number, name } = cast.admin;
    await postTo(guest, "/api/public/first-run", {
      ...{ companyName: units.root.name, timeZone: zone, number, name, email: "", password },
    });
    await guest.dispose();
    await this.signIn("admin");
    this.ids.set("admin", await this.one("SELECT id FROM employee"));
    this.departments.set("root", await this.one("SELECT id FROM department"));
    for (const unit of ["division", "department", "group"] as const) {
      const { code, name: unitName, parent } = units[unit];
      const made = await this.does("admin", "departments.create", {
        ...{ code, name: unitName, nameEn: "", headNumber: "", isDivision: unit === "division" },
        parentId: this.unit(parent),
      });
      this.departments.set(unit, textIn(made, "departmentId"));
    }
    for (const [role, person] of Object.entries(cast))
      if (isHired(role) && "unit" in person) await this.takeOn(role, { ...person, hireDate });
    for (const unit of ["division", "department"] as const) {
      const { code, name: unitName, parent, head } = units[unit];
      await this.does("admin", "departments.change", {
        ...{ departmentId: this.unit(unit), version: 1, parentId: this.unit(parent) },
        ...{ code, name: unitName, nameEn: "", isDivision: unit === "division" },
        headNumber: cast[head].number,
      });
    }
    await this.does("admin", "access.grant-role", {
      ...{ employeeId: this.idOf("partner"), version: 1, role: "hr_partner" },
      departmentId: this.unit("division"),
    });
  }

  /** Opens the quarter for the group: every stage since yesterday, the deadlines a week and more ahead. */
  async openQuarter(): Promise<string> {
    const { year, quarter } = quarterOf(today());
    const opening = {
      ...{ year, quarter, joinedAfter: "", departmentIds: [this.unit("group")] },
      frameworkVersionId: await this.one(
        "SELECT v.id FROM framework_version v JOIN framework f ON f.id = v.framework_id WHERE f.key = 'six-veins'",
      ),
      policyVersionId: await this.importPolicy(),
      windows: stages.map((stage, index) => ({
        stage,
        opensAt: `${addDays(today(), -1)}T09:00`,
        closesAt: `${addDays(today(), 7 + index)}T18:00`,
      })),
    };
    const standing = textIn(await this.does("admin", "cycle.preview", opening), "standing");
    const opened = await this.does("admin", "cycle.open", { ...opening, standing });
    return textIn(opened, "cycleId");
  }

  /** The usual rules, under which deductions are told face to face. */
  private async importPolicy(): Promise<string> {
    const classic = readFileSync("lib/presets/policies/classic.json", "utf8");
    const text = classic
      .replace('"key": "classic"', '"key": "face-to-face"')
      .replace('"requireDeductionInInterview": false', '"requireDeductionInInterview": true');
    await this.does("admin", "ruleset.import-policy", { text });
    return this.one(
      "SELECT v.id FROM policy_version v JOIN policy p ON p.id = v.policy_id WHERE p.key = 'face-to-face'",
    );
  }

  /** The one text a statement answers in this site's database. */
  async one(sql: string, values: unknown[] = []): Promise<string> {
    const { rows } = await this.site.database.query<Record<string, unknown>>(sql, values);
    return z.string().parse(Object.values(rows[0] ?? {})[0]);
  }
}

const isHired = (role: string): role is keyof typeof cast => role in cast;

async function postTo(device: APIRequestContext, path: string, data: object): Promise<void> {
  const response = await device.post(path, { data });
  if (!response.ok()) throw new Error(`${path}: ${await response.text()}`);
}
