import { expect, test } from "../../support/e2e/fixtures";
import { startStoppableSite, type StoppableSite } from "../../support/e2e/site/stoppable-site";
import { startingWith, textsIn } from "../../support/e2e/texts";

const t = textsIn("zh");
const admin = { name: "何助理", number: "00001", password: "kettle-lantern-orbit-42" };
const company = "停电的公司";

let site: StoppableSite;
test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);
test.beforeAll(async () => {
  site = await startStoppableSite();
});
test.afterAll(() => site.stop());

test("while the database is away pages and commands say so, nothing typed is lost, and then it goes on", async ({
  stranger,
  expectErrors,
}) => {
  // React's 441 is what failed on the server; a page that failed names no icon, so the browser asks for one.
  expectErrors(/status of 503/, /React error #441/, /status of 404.*favicon/);
  const page = await stranger();
  const post = (path: string, data: object) =>
    page.request.post(`${site.address}${path}`, { data, headers: { Origin: site.address } });
  const created = await post("/api/public/first-run", {
    ...admin,
    companyName: company,
    timeZone: "Asia/Shanghai",
    email: "",
  });
  expect(created.status()).toBe(200);

  await page.goto(`${site.address}/people/new`);
  const field = (name: string) =>
    page.getByRole("textbox", { name: startingWith(t(`people.form.${name}`)) });
  await field("number").fill("00002");
  await field("name").fill("沈同学");
  await page.getByLabel(t("people.form.department")).selectOption({ label: company });
  await page.getByLabel(startingWith(t("people.form.manager"))).fill(admin.number);
  await page.getByLabel(t("people.form.hireDate")).fill("2024-03-01");
  await site.database.stop();

  const create = page.getByRole("button", { name: t("people.form.create") });
  await create.click();
  await expect(page.getByText(t("errors.unavailable"))).toBeVisible();
  await expect(field("name")).toHaveValue("沈同学");

  for (const path of ["/", "/people", "/mine", "/people?search=a"]) {
    const answer = await page.request.get(`${site.address}${path}`);
    expect([path, answer.status(), answer.headers()["retry-after"]]).toEqual([path, 503, "5"]);
  }
  const command = await post("/api/commands/people.create", {});
  expect([command.status(), await command.text()]).toEqual([
    503,
    expect.stringContaining('"code":"unavailable"'),
  ]);

  const account = page.getByRole("button", { name: t("shell.account", { name: admin.name }) });
  await account.click();
  await page.getByRole("menuitem", { name: t("shell.signOut") }).click();
  await expect(page.getByText(t("shell.stillSignedIn"))).toBeVisible();
  await expect(field("name")).toHaveValue("沈同学");

  const other = await page.context().newPage();
  const shown = await other.goto(`${site.address}/people`);
  expect(shown?.status()).toBe(503);
  await expect(other.getByRole("heading", { name: t("shell.crash.away") })).toBeVisible();

  await site.database.start();
  await other.getByRole("button", { name: t("shell.crash.retry") }).click();
  await expect(other.getByRole("heading", { level: 1 })).toContainText(t("people.title"));
  await create.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("沈同学");

  await account.click();
  await page.getByRole("menuitem", { name: t("shell.signOut") }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await other.goto(`${site.address}/people`);
  await expect(other).toHaveURL(/\/sign-in/);
});

test("an address that stands for no text is not there", async ({ stranger }) => {
  const { request } = await stranger();
  const paths = ["/people/%ff", "/results/%c0%af", "/cycles/%00", "/invitation/%ff", "/%ff"];
  const statuses = () =>
    Promise.all(paths.map(async (path) => (await request.get(`${site.address}${path}`)).status()));
  expect(await statuses()).toEqual(paths.map(() => 404));
});
