import { beforeAll, describe, expect, test } from "vitest";
import { readFailedSignIns, readOwnAccess } from "@/lib/access/queries";
import { knownDevice, withDevice } from "@/lib/auth/attempts/device";
import { accountFailures, addressFailures } from "@/lib/auth/attempts/throttle";
import { hashPassword } from "@/lib/auth/passwords";
import { setPassword } from "@/lib/auth/set-password";
import { openSession } from "@/lib/auth/sessions";
import { type PasswordSignIn, signInWithPassword } from "@/lib/auth/sign-in";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { givePassword, goodPassword } from "../../support/accounts";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
let last = 0;

const freshAddress = () => `192.0.2.${(last += 1)}`;
const numberOf = { employee: "000104", manager: "000103", colleague: "000105", ceo: "000100" };
type Known = keyof typeof numberOf;

beforeAll(async () => {
  company = await buildCompany();
  for (const person of ["employee", "manager", "colleague", "ceo"] as const)
    await givePassword(company.ids[person]);
});

function signIn(person: Known, attempt: Partial<PasswordSignIn> = {}) {
  const whole = { login: numberOf[person], password: goodPassword, address: freshAddress() };
  return signInWithPassword({ ...whole, ...attempt }, company.now);
}

async function personOf(person: Person) {
  const employeeId = company.ids[person];
  const { changedAt } = await database().credential.findUniqueOrThrow({ where: { employeeId } });
  return { employeeId, passwordChangedAt: changedAt };
}

async function browserOf(...people: Person[]): Promise<string> {
  let cookie: string | undefined;
  for (const person of people) cookie = withDevice(cookie, await personOf(person), company.now);
  return cookie ?? "";
}

async function hammer(person: Known, times = accountFailures + 3) {
  for (let count = 0; count < times; count += 1) await signIn(person, { password: "wrong" });
}

describe("a browser that signed in before", () => {
  test("passes with the right password while others hammer; a stranger's does not", async () => {
    const device = await browserOf("employee");
    await hammer("employee");
    expect(await signIn("employee")).toMatchObject({ code: "too_many_attempts" });
    expect(await signIn("employee", { device })).toMatchObject({ ok: true });
    // The success elsewhere gives those who hammer no new guesses.
    expect(await signIn("employee", { password: "wrong" })).toMatchObject({
      code: "too_many_attempts",
    });
  });

  test("passes behind an address that is closed, too", async () => {
    const address = freshAddress();
    await Promise.all(
      Array.from({ length: addressFailures }, (_, index) =>
        signIn("ceo", { login: `nobody-${index}`, address }),
      ),
    );
    expect(await signIn("ceo", { address })).toMatchObject({ code: "too_many_attempts" });
    const device = await browserOf("ceo");
    expect(await signIn("ceo", { address, device })).toMatchObject({ ok: true });
  });

  test("has ten guesses of its own and no more", async () => {
    const device = await browserOf("manager");
    for (let count = 0; count < accountFailures; count += 1)
      expect(await signIn("manager", { device, password: "wrong" })).toMatchObject({
        code: "wrong_credentials",
      });
    expect(await signIn("manager", { device })).toMatchObject({ code: "too_many_attempts" });
    expect(await signIn("manager")).toMatchObject({ ok: true });
  });

  test("is known for its own people only, and says nothing of others", async () => {
    const device = await browserOf("colleague", "manager");
    const at = company.now;
    expect(knownDevice(device, await personOf("colleague"), at)).not.toBeNull();
    expect(knownDevice(device, await personOf("manager"), at)).not.toBeNull();
    expect(knownDevice(device, await personOf("ceo"), at)).toBeNull();
    expect(device).not.toContain(company.ids.manager);
    const codes = async (login: string) => {
      const seen: string[] = [];
      for (let count = 0; count < accountFailures + 1; count += 1) {
        const answer = await signIn("ceo", { login, device, password: "wrong" });
        seen.push(answer.ok ? "in" : answer.code);
      }
      return seen;
    };
    expect(await codes("000101")).toEqual(await codes("no-such-number"));
  });

  test("is a stranger after 180 days, with a mark that was changed, and after a new password", async () => {
    const device = await browserOf("colleague");
    const person = await personOf("colleague");
    const late = new Date(company.now.getTime() + 181 * 86_400_000);
    expect(knownDevice(device, person, late)).toBeNull();
    const [id, since, proof] = device.split(".");
    expect(knownDevice(`${id}.${since}x.${proof}`, person, company.now)).toBeNull();
    expect(knownDevice("~..~a.b", person, company.now)).toBeNull();
    const passwordHash = await hashPassword(goodPassword);
    const change = { employeeId: person.employeeId, passwordHash, now: company.now };
    await inTransaction((tx) => setPassword(tx, change));
    expect(knownDevice(device, await personOf("colleague"), company.now)).toBeNull();
  });

  test("remembers the five latest people", async () => {
    const six = ["ceo", "employee", "manager", "colleague", "ceo", "employee"] as const;
    const device = await browserOf(...six);
    expect(device.split("~")).toHaveLength(4);
  });
});

describe("failures", () => {
  test("are shown after the next sign-in, and once", async () => {
    const { colleague } = company.ids;
    const actor = company.actor("colleague");
    await openSession(colleague, "oidc", company.now);
    await hammer("colleague");
    expect(await readFailedSignIns(actor, company.now)).toMatchObject({
      count: accountFailures,
    });
    const device = await browserOf("colleague");
    const later = new Date(company.now.getTime() + 1000);
    const attempt = { login: "000105", password: goodPassword, address: freshAddress(), device };
    expect(await signInWithPassword(attempt, later)).toMatchObject({ ok: true });
    expect(await readOwnAccess(actor, later)).toMatchObject({
      signIns: [{ failuresBefore: accountFailures }, { failuresBefore: 0 }],
      failuresSince: 0,
    });
    expect((await readFailedSignIns(actor, later))?.count).toBe(accountFailures);
    await signIn("colleague", { device, password: "wrong" });
    expect(await readOwnAccess(actor, later)).toMatchObject({ failuresSince: 1 });
    const next = new Date(later.getTime() + 1000);
    await signInWithPassword({ ...attempt, address: freshAddress() }, next);
    expect((await readFailedSignIns(actor, next))?.count).toBe(1);
  });

  test("of logins nobody has share a few rows, and what is refused unseen is not recorded", async () => {
    const rows = () => database().failedSignIn.count();
    const total = async () => {
      const { _sum: sum } = await database().failedSignIn.aggregate({ _sum: { count: true } });
      return sum.count ?? 0;
    };
    const before = await rows();
    const address = freshAddress();
    for (let index = 0; index < addressFailures; index += 50)
      await Promise.all(
        Array.from({ length: 50 }, (_, more) =>
          signIn("ceo", { login: `made-up-${index + more}`, address }),
        ),
      );
    const made = (await rows()) - before;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(addressFailures);
    const counted = await total();
    expect(await signIn("ceo", { login: "one-more", address })).toMatchObject({
      code: "too_many_attempts",
    });
    expect(await total()).toBe(counted);
  });

  test("nobody else sees them", async () => {
    await hammer("ceo", 2);
    expect(await readFailedSignIns(company.actor("otherEmployee"), company.now)).toBeNull();
  });
});

describe("a login that is no text", () => {
  test.each(["000103\u0000", "\u0000", "\u001b000103", "\ud800", "", "9".repeat(254)])(
    "%j fails like any other, and counts",
    async (login) => {
      for (let count = 0; count < accountFailures; count += 1)
        expect(await signIn("manager", { login })).toEqual({
          ok: false,
          code: "wrong_credentials",
        });
      expect(await signIn("manager", { login })).toMatchObject({ code: "too_many_attempts" });
    },
  );

  test.each(["\u0000", `${goodPassword}\u0000`, "\ud800"])(
    "a password %j as well",
    async (password) => {
      expect(await signIn("employee", { password, device: await browserOf("employee") })).toEqual({
        ok: false,
        code: "wrong_credentials",
      });
    },
  );
});
