import type { Page } from "@playwright/test";
import { expectAccessible } from "../../support/e2e/accessible";
import { expect, phoneSize, test } from "../../support/e2e/fixtures";
import { startEmptySite, type OwnSite } from "../../support/e2e/site/own-site";
import { startingWith, textsIn } from "../../support/e2e/texts";

// From an empty database to the first employee's first quarter, on a site of its own, so that the windows of that
// quarter can be open and shut without disturbing anybody.

const t = textsIn("zh");
const admin = { name: "何助理", number: "00001", password: "kettle-lantern-orbit-42" };
const person = { name: "沈同学", number: "00002", password: "harbour-violet-sponge-77" };
const company = "新开的公司";

let site: OwnSite;
test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);
test.beforeAll(async () => {
  site = await startEmptySite();
});
test.afterAll(() => site.stop());

async function signIn(page: Page, { number, password }: typeof admin): Promise<void> {
  await page.goto(`${site.address}/sign-in`);
  await page.getByLabel(t("auth.signIn.login")).fill(number);
  await page.getByLabel(t("auth.signIn.password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: t("auth.signIn.submit"), exact: true }).click();
  await expect(page).toHaveURL(`${site.address}/`);
}

test("an empty site asks for the company once, and never again", async ({
  stranger,
  expectErrors,
}) => {
  expectErrors(/status of (404|422)/);
  const page = await stranger();
  await page.goto(`${site.address}/manager-scoring`);
  await expect(page).toHaveURL(`${site.address}/first-run`);
  await expectAccessible(page);
  await page.setViewportSize(phoneSize);
  await expectAccessible(page);
  const field = (name: string) => page.getByLabel(t(`auth.firstRun.${name}`), { exact: true });
  await field("companyName").fill(company);
  await field("name").fill(admin.name);
  await field("number").fill(admin.number);
  await field("password").fill("password123");
  await page.getByRole("button", { name: t("auth.firstRun.submit") }).click();
  await expect(field("password")).toHaveAccessibleDescription(
    new RegExp(t("errors.weak_password")),
  );
  await expect(field("companyName")).toHaveValue(company);
  await field("password").fill(admin.password);
  await page.getByRole("button", { name: t("auth.firstRun.submit") }).click();
  await expect(page).toHaveURL(`${site.address}/people`);
  await page.goto(`${site.address}/first-run`);
  await expect(page.getByRole("button", { name: t("auth.firstRun.submit") })).toHaveCount(0);
});

test("empty pages teach the next step", async ({ stranger }) => {
  const page = await stranger();
  await signIn(page, admin);
  for (const path of [
    "/",
    "/mine",
    "/manager-scoring",
    "/second-level",
    "/approvals",
    "/hr-audit",
    "/cycles",
  ]) {
    await page.goto(`${site.address}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectAccessible(page);
  }
  await expect(page.getByText(t("cycle.list.emptyBody"))).toBeVisible();
});

test("HR adds somebody, who comes in by a link that works once", async ({ stranger }) => {
  const page = await stranger();
  await signIn(page, admin);
  await page.goto(`${site.address}/people/new`);
  const field = (name: string) =>
    page.getByRole("textbox", { name: startingWith(t(`people.form.${name}`)) });
  await field("number").fill(person.number);
  await field("name").fill(person.name);
  await page.getByLabel(t("people.form.department")).selectOption({ label: company });
  await page.getByLabel(startingWith(t("people.form.manager"))).fill(admin.number);
  await page.getByLabel(t("people.form.hireDate")).fill("2024-03-01");
  await page.getByRole("button", { name: t("people.form.create") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(person.name);
  await page.getByRole("button", { name: t("people.access.create") }).click();
  const link = await page.getByLabel(t("people.access.link")).inputValue();

  const guest = await stranger();
  await guest.goto(link);
  await guest.getByLabel(t("auth.invitation.password"), { exact: true }).fill(person.password);
  await guest.getByRole("button", { name: t("auth.invitation.submit") }).click();
  await expect(guest).toHaveURL(`${site.address}/`);
  await expect(guest.getByRole("heading", { level: 1 })).toContainText(person.name);
  const late = await stranger();
  await late.goto(link);
  await expect(late.getByText(t("auth.invitation.invalid.title"))).toBeVisible();
});

test("HR opens a quarter after seeing whom it concerns", async ({ stranger }) => {
  const page = await stranger();
  await signIn(page, admin);
  await page.goto(`${site.address}/cycles/new`);
  await page.getByLabel(startingWith(t("cycle.new.joinedAfter"))).fill("");
  const stages = ["self_review", "manager_scoring", "second_level", "hr_audit", "approval"];
  for (const [index, stage] of [...stages, "interview", "result"].entries()) {
    const name = t(`cycle.stages.${stage}`);
    const day = String(index + 10);
    await page.getByLabel(t("cycle.new.opensAt", { stage: name })).fill("2031-01-02T09:00");
    await page.getByLabel(t("cycle.new.closesAt", { stage: name })).fill(`2031-01-${day}T18:00`);
  }
  await page.getByRole("button", { name: t("cycle.new.preview") }).click();
  await expect(page.getByRole("heading", { name: t("cycle.preview.title") })).toBeVisible();
  await expectAccessible(page);
  const opening = startingWith(t("cycle.preview.confirm", { quarter: "", count: 1 }).slice(0, 2));
  await page.getByRole("button", { name: opening }).click();
  await expect(page).toHaveURL(/\/cycles\/[0-9a-f-]{36}$/);
  await expectAccessible(page);
});

test("a stage out of its window says why and takes nothing", async ({ stranger, expectErrors }) => {
  expectErrors(/status of (409|422)/);
  const page = await stranger();
  await signIn(page, person);
  const { rows } = await site.database.query<{ id: string; cycle_id: string }>(
    "SELECT id, cycle_id FROM appraisal",
  );
  const [appraisal] = rows;
  expect(appraisal).toBeDefined();
  const submit = () =>
    page.evaluate(async (id) => {
      const answer = await fetch("/api/commands/self-review.submit", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ appraisalId: id, version: 1 }),
      });
      const body: unknown = await answer.json();
      return JSON.stringify(body);
    }, appraisal?.id);
  const address = `${site.address}/self-review/${appraisal?.id ?? ""}`;
  const button = page.getByRole("button", { name: t("self-review.submit.button"), exact: true });

  await page.goto(address);
  const before = t("self-review.locked.window_not_open", { moment: "2031" }).split("2031")[0] ?? "";
  await expect(page.getByText(before)).toBeVisible();
  await expect(button).toHaveCount(0);
  expect(await submit()).toContain('"window_not_open"');
  await expectAccessible(page);

  await moveSelfReview("now() - interval '9 days'", "now() - interval '1 minute'");
  await page.goto(address);
  await expect(page.getByText(t("self-review.locked.window_closed"))).toBeVisible();
  await expect(button).toHaveCount(0);
  expect(await submit()).toContain('"window_closed"');

  await moveSelfReview("now() - interval '9 days'", "now() + interval '1 day'");
  await page.goto(address);
  await expect(button).toBeVisible();
  expect(await submit()).toContain('"incomplete"');
});

/** Taken for given: the database lets a window move only with a record. */
async function moveSelfReview(opensAt: string, closesAt: string): Promise<void> {
  await site.database.query(
    `BEGIN; SET LOCAL session_replication_role = replica;
     UPDATE stage_window SET opens_at = ${opensAt}, closes_at = ${closesAt} WHERE stage = 'self_review'; COMMIT`,
  );
}

test("HR closes the quarter: nothing in it changes any more", async ({
  stranger,
  expectErrors,
}) => {
  expectErrors(/status of 409/);
  const own = await stranger();
  await signIn(own, person);
  const { rows } = await site.database.query<{ id: string; cycle_id: string }>(
    "SELECT id, cycle_id FROM appraisal",
  );
  const address = `${site.address}/self-review/${rows[0]?.id ?? ""}`;
  const page = await stranger();
  await signIn(page, admin);
  await page.goto(`${site.address}/cycles/${rows[0]?.cycle_id ?? ""}`);
  await page.getByRole("button", { name: t("cycle.close.button") }).click();
  await expectAccessible(page);
  const confirm = t("cycle.close.confirmFew");
  await page.getByRole("dialog").getByRole("button", { name: confirm }).click();
  await expect(page.getByText(t("cycle.state.closed"), { exact: true })).toBeVisible();
  await own.goto(address);
  await expect(own.getByText(t("self-review.locked.cycle_closed"))).toBeVisible();
});
