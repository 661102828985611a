import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import pg from "pg";
import { freePort } from "../../../scripts/processes";
import { expect, test } from "../../support/e2e/fixtures";
import { textsIn } from "../../support/e2e/texts";
import { type OpenIdServer, startOpenId } from "../../support/e2e/openid";
import { addressAt, serveSite, type ServedSite } from "../../support/setup/serve";

const t = textsIn("zh");

// The whole code flow between the built application and a real OpenID server, which insists on PKCE.

test.describe.configure({ mode: "serial" });

const mark = randomUUID().slice(0, 8);
const byEmail = { number: `E${mark}`, name: "邮箱甲", email: `mail-${mark}@example.com` };
const byNumber = { number: `00N${mark}`, name: "工号乙", email: null };
const left = { number: `L${mark}`, name: "离职丙", email: `left-${mark}@example.com` };
const unverified = { number: `U${mark}`, name: "未验丁", email: `unverified-${mark}@example.com` };

const accounts = {
  mail: { email: byEmail.email.toUpperCase(), email_verified: true },
  number: { employee_number: byNumber.number },
  left: { email: left.email, email_verified: true },
  unverified: { email: unverified.email, email_verified: false },
  stranger: { email: "stranger@example.com", email_verified: true },
};

let address: string;
let openid: OpenIdServer;
let site: ServedSite;
let database: pg.Client;

async function insertPeople() {
  const department = await database.query<{ id: string }>("SELECT id FROM department LIMIT 1");
  const departmentId = department.rows[0]?.id;
  for (const person of [byEmail, byNumber, left, unverified]) {
    const status = person === left ? "left" : "active";
    await database.query(
      `INSERT INTO employee (id, number, name, email, department_id, hire_date, status)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, '2024-01-01', $5)`,
      [person.number, person.name, person.email, departmentId, status],
    );
  }
}

test.beforeAll(async () => {
  const databaseUrl = process.env["TONGGUAN_E2E_DATABASE_URL"] ?? "";
  database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  await insertPeople();
  const port = await freePort();
  address = addressAt(port);
  openid = await startOpenId(`${address}/api/auth/callback/oidc`, accounts);
  site = await serveSite({
    databaseUrl,
    port,
    env: {
      LOG_LEVEL: "silent",
      OIDC_ISSUER: openid.issuer,
      OIDC_CLIENT_ID: openid.clientId,
      OIDC_CLIENT_SECRET: openid.clientSecret,
      OIDC_NAME: "测试账号",
      OIDC_NUMBER_CLAIM: "employee_number",
    },
  });
});

test.afterAll(async () => {
  await site.stop();
  await openid.stop();
  await database.end();
});

// The OpenID server's own two pages ask for letters and an icon that are not there.
test.beforeEach(({ expectErrors }) => expectErrors(/fonts\.googleapis\.com/, /favicon\.ico/));

/** Through the application's button and the OpenID server's own two pages. */
async function signInAs(page: Page, account: keyof typeof accounts) {
  await page.goto(`${address}/security`);
  await page.getByRole("button", { name: t("auth.signIn.oidc", { name: "测试账号" }) }).click();
  await page.waitForURL(`${openid.issuer}/**`);
  expect(new URL(page.url()).origin).toBe(openid.issuer);
  await page.locator("input[name=login]").fill(account);
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(`${address}/**`);
}

test("a verified e-mail binds the account and leads to the page asked for", async ({
  stranger,
}) => {
  const page = await stranger();
  await signInAs(page, "mail");
  await expect(page).toHaveURL(`${address}/security`);
  await expect(
    page.getByRole("button", { name: t("shell.account", { name: byEmail.name }) }),
  ).toBeVisible();
  const bound = await database.query(
    `SELECT 1 FROM external_identity x JOIN employee e ON e.id = x.employee_id
     WHERE x.issuer = $1 AND x.subject = 'mail' AND e.number = $2`,
    [openid.issuer, byEmail.number],
  );
  expect(bound.rowCount).toBe(1);
});

test("once bound, the subject counts and no longer the e-mail", async ({ stranger }) => {
  const page = await stranger();
  await database.query("UPDATE employee SET email = NULL WHERE number = $1", [byEmail.number]);
  await signInAs(page, "mail");
  await expect(
    page.getByRole("button", { name: t("shell.account", { name: byEmail.name }) }),
  ).toBeVisible();
});

test("the configured claim finds the person by 工号", async ({ stranger }) => {
  const page = await stranger();
  await signInAs(page, "number");
  await expect(
    page.getByRole("button", { name: t("shell.account", { name: byNumber.name }) }),
  ).toBeVisible();
});

for (const account of ["stranger", "left", "unverified"] as const) {
  test(`${account} is shown why and gets no session`, async ({ stranger }) => {
    const page = await stranger();
    await signInAs(page, account);
    await expect(page).toHaveURL(`${address}/sign-in?error=unknown_person`);
    await expect(page.getByText("这个账号没有对应的人员")).toBeVisible();
    const cookies = await page.context().cookies(address);
    expect(cookies.filter((cookie) => cookie.name.includes("tongguan.session"))).toEqual([]);
  });
}

test("an answer nobody asked for is refused", async ({ stranger }) => {
  const page = await stranger();
  await page.goto(`${address}/api/auth/callback/oidc?code=forged&state=forged`);
  await expect(page.getByText("登录未成功")).toBeVisible();
  await page.goto(`${address}/security`);
  await expect(page).toHaveURL(/\/sign-in/);
});
