import { beforeAll, describe, expect, test } from "vitest";
import { accountFailures, addressFailures } from "@/lib/auth/attempts/throttle";
import { type PasswordSignIn, signInWithPassword } from "@/lib/auth/sign-in";
import { auditKinds, givePassword, goodPassword } from "../../support/accounts";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;
let last = 0;

/** Every test comes from an address of its own. */
const freshAddress = () => `192.0.2.${(last += 1)}`;

beforeAll(async () => {
  company = await buildCompany();
  for (const person of ["employee", "manager", "colleague"] as const) {
    await givePassword(company.ids[person]);
  }
});

function signIn(attempt: Partial<PasswordSignIn>) {
  const whole = { login: "employee@example.com", password: goodPassword, address: freshAddress() };
  return signInWithPassword({ ...whole, ...attempt }, company.now);
}

async function timeOf(login: string): Promise<number> {
  const start = performance.now();
  await signIn({ login, password: "wrong" });
  return performance.now() - start;
}

describe("a password sign-in", () => {
  test.each(["employee@example.com", " Employee@Example.com ", "000104"])(
    "takes %s",
    async (login) => {
      expect(await signIn({ login })).toMatchObject({ ok: true, employeeId: company.ids.employee });
    },
  );

  test.each(["'000104", '="000104"', "０００１０４"])("knows the number %s", async (login) => {
    expect(await signIn({ login })).toMatchObject({ ok: true });
  });

  test("is recorded", async () => {
    await signIn({ login: "colleague@example.com" });
    expect(await auditKinds(company.ids.colleague)).toEqual(["person.signed_in"]);
  });

  test.each([
    ["a wrong password", { password: "wrong" }],
    ["an unknown e-mail", { login: "nobody@example.com" }],
    ["an unknown number", { login: "999999" }],
    ["a number without its zeros", { login: "104" }],
    ["somebody without a password", { login: "ceo@example.com" }],
  ])("refuses %s with one and the same answer", async (_, attempt) => {
    expect(await signIn(attempt)).toEqual({ ok: false, code: "wrong_credentials" });
  });

  test("takes as long for an unknown login", async () => {
    const least = { known: Infinity, unknown: Infinity };
    for (let round = 0; round < 12; round += 1) {
      least.known = Math.min(least.known, await timeOf("colleague@example.com"));
      least.unknown = Math.min(least.unknown, await timeOf(`nobody-${round}@example.com`));
    }
    // The hash is nearly all of it: without the dummy the unknown one would take a tenth.
    expect(least.unknown).toBeGreaterThan(least.known * 0.5);
  });
});

describe("the throttle", () => {
  test("closes an account after ten failures, from wherever they come, and says for how long", async () => {
    const login = "manager@example.com";
    for (let count = 0; count < accountFailures; count += 1) {
      expect(await signIn({ login, password: "wrong" })).toMatchObject({
        code: "wrong_credentials",
      });
    }
    // With the right password and in another spelling, too.
    for (const spelling of [login, " Ｍanager@Example.com"])
      expect(await signIn({ login: spelling })).toEqual({
        ok: false,
        code: "too_many_attempts",
        data: { minutes: 15 },
      });
  });

  test("does not say that a number and an address are one person's", async () => {
    for (let count = 0; count <= accountFailures; count += 1)
      await signIn({ login: "000104", password: "wrong" });
    expect(await signIn({ login: "000104" })).toMatchObject({ code: "too_many_attempts" });
    for (const login of ["employee@example.com", "nobody@example.com"])
      expect(await signIn({ login, password: "wrong" })).toEqual({
        ok: false,
        code: "wrong_credentials",
      });
  });

  test("counts unknown logins alike", async () => {
    const login = "ghost@example.com";
    for (let count = 0; count < accountFailures; count += 1) await signIn({ login });
    expect(await signIn({ login })).toMatchObject({ code: "too_many_attempts" });
  });

  test("a success forgets the failures before it", async () => {
    expect(await signIn({})).toMatchObject({ ok: true });
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < accountFailures - 1; count += 1)
        await signIn({ password: "wrong" });
      expect(await signIn({})).toMatchObject({ ok: true });
    }
  });

  test("guesses sent at once count one by one", async () => {
    const login = "together@example.com";
    const guesses = Array.from({ length: accountFailures * 2 }, async () => signIn({ login }));
    const codes = (await Promise.all(guesses)).map((answer) => (answer.ok ? "in" : answer.code));
    expect(codes.filter((code) => code === "wrong_credentials")).toHaveLength(accountFailures);
  });

  test("closes an address after a hundred failures on many accounts", async () => {
    const address = "198.51.100.7";
    const guesses = Array.from({ length: addressFailures }, async (_, index) =>
      signIn({ login: `guess-${index}`, address }),
    );
    await Promise.all(guesses);
    expect(await signIn({ address })).toMatchObject({ code: "too_many_attempts" });
    expect(await signIn({})).toMatchObject({ ok: true });
  });
});
