import type { Locator } from "@playwright/test";
import { appraisalOf, textOf } from "../support/e2e/database";
import { expect, test } from "../support/e2e/fixtures";
import { personOf } from "../support/e2e/people";
import { SelfReviewPage } from "../support/e2e/rooms/self-review-page";
import { textsIn, valueName } from "../support/e2e/texts";

const t = textsIn("zh");
const value = "customer-first";

/** Each of these has a self-review nobody else of the tests writes in. */
const people = {
  offline: "hao.jia",
  signedOut: "gong.bei",
  disputed: "dai.ning",
  merged: "zhong.yi",
  broken: "yao.shu",
  reloaded: "peng.fei",
} as const;

test("a lost connection loses nothing: said, kept, asked about, sent when it is back", async ({
  as,
  expectErrors,
}) => {
  expectErrors(/ERR_INTERNET_DISCONNECTED/);
  const { id } = await appraisalOf(people.offline);
  const page = await as(people.offline);
  const self = new SelfReviewPage(page);
  await self.open(id);
  await self.judge(value, 3, "met");
  await self.field(value, 3, "title").fill("断线之前");
  await self.expectStatus("saved");

  await page.context().setOffline(true);
  await self.field(value, 3, "title").fill("断线之后写的");
  await self.expectStatus("offline");
  await expect(page.getByText(t("sheet.notice.offline"))).toBeVisible();
  expect(await textOf(id, "title")).toEqual(["断线之前"]);

  await page
    .getByRole("link", { name: t("home.nav.home") })
    .first()
    .click();
  const asked = page.getByRole("dialog", { name: t("sheet.leave.title") });
  await expect(asked).toBeVisible();
  await asked.getByRole("button", { name: t("common.actions.cancel") }).click();
  await expect(self.field(value, 3, "title")).toHaveValue("断线之后写的");
  expect(await asksBeforeClosing(page)).toBe(true);

  await page.context().setOffline(false);
  await self.expectStatus("saved");
  expect(await textOf(id, "title")).toEqual(["断线之后写的"]);
  expect(await asksBeforeClosing(page)).toBe(false);
  await page.reload();
  await expect(self.field(value, 3, "title")).toHaveValue("断线之后写的");
});

test("a server that answers with 503, or not at all, costs no word", async ({
  as,
  expectErrors,
}) => {
  expectErrors(/status of 503/, /ERR_CONNECTION_RESET/, /status of 502/);
  const { id } = await appraisalOf(people.broken);
  const page = await as(people.broken);
  const self = new SelfReviewPage(page);
  await self.open(id);
  const door = "**/api/commands/self-review.save";
  const unavailable = JSON.stringify({ ok: false, code: "unavailable", data: { reference: "x" } });
  await page.route(door, (route) => route.fulfill({ status: 503, body: unavailable }));
  await self.judge(value, 3, "met");
  await self.field(value, 3, "title").fill("服务重启时写的");
  await self.expectStatus("failed");
  await expect(page.getByText(t("sheet.notice.failed"))).toBeVisible();
  await expect(page.getByText(t("errors.unavailable")).first()).toBeVisible();

  await page.unroute(door);
  // A proxy's own page is not JSON.
  const page502 = "<html>Bad gateway</html>";
  await page.route(door, (route) => route.fulfill({ status: 502, body: page502 }));
  await self.field(value, 3, "title").fill("代理出错时写的");
  await self.expectStatus("failed");
  await page.unroute(door);
  await page.route(door, (route) => route.abort("connectionreset"));
  await self.field(value, 3, "title").fill("服务不见了时写的");
  await self.expectStatus("offline");
  await page.unroute(door);
  // Unless it has tried again by itself meanwhile.
  const retry = page.getByRole("button", { name: t("sheet.bar.retry") });
  await retry.or(self.status("saved")).first().click();
  await self.expectStatus("saved");
  expect(await textOf(id, "title")).toEqual(["服务不见了时写的"]);
});

test("a reload between the last word and the server's answer costs no word and asks no question", async ({
  as,
  expectErrors,
}) => {
  expectErrors(/status of 409/);
  const { id } = await appraisalOf(people.reloaded);
  const page = await as(people.reloaded);
  page.on("dialog", (dialog) => void dialog.accept());
  const self = new SelfReviewPage(page);
  await self.open(id);
  await self.judge(value, 3, "met");
  await self.field(value, 3, "title").pressSequentially("刷新之前", { delay: 20 });
  await page.waitForTimeout(500);
  await page.reload();
  await expect(self.field(value, 3, "title")).toHaveValue("刷新之前");
  await self.field(value, 3, "title").fill("刷新之前，刷新之后");
  await page.reload();
  await expect(self.field(value, 3, "title")).toHaveValue("刷新之前，刷新之后");
  await self.field(value, 3, "title").fill("写完了");
  await self.expectStatus("saved");
  expect(await textOf(id, "title")).toEqual(["写完了"]);
  await expect(page.getByRole("button", { name: t("sheet.dispute.keepOurs") })).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("写完了");
});

test("signing out leaves nothing of the text on the device, and Back shows nothing", async ({
  as,
  expectErrors,
}) => {
  expectErrors(/status of 401/);
  const { id } = await appraisalOf(people.signedOut);
  const page = await as(people.signedOut);
  const self = new SelfReviewPage(page);
  await self.open(id);
  await self.judge(value, 3, "met");
  await self.field(value, 3, "title").fill("只给主管看的一件事");
  await self.expectStatus("saved");
  const account = t("shell.account", { name: personOf(people.signedOut).name });
  await page.getByRole("button", { name: account }).click();
  await page.getByRole("menuitem", { name: t("shell.signOut") }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  const kept = await page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  expect(kept.local + kept.session).not.toContain("只给主管看的一件事");
  expect(kept.caches).toEqual([]);
  expect(kept.databases).toEqual([]);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText("只给主管看的一件事")).toHaveCount(0);
  expect(await page.content()).not.toContain("只给主管看的一件事");
});

test("two tabs on the same value: the late one is shown both versions and chooses", async ({
  as,
  expectErrors,
}) => {
  expectErrors(/status of 409/);
  const { id } = await appraisalOf(people.disputed);
  const first = new SelfReviewPage(await as(people.disputed));
  const second = new SelfReviewPage(await as(people.disputed));
  await first.open(id);
  await second.open(id);
  await first.judge(value, 3, "met");
  await first.field(value, 3, "title").fill("第一个窗口写的");
  await first.expectStatus("saved");

  await second.judge(value, 3, "met");
  await second.field(value, 3, "title").fill("第二个窗口写的");
  const title = t("sheet.dispute.title", { value: valueName(value) });
  await expect(second.page.getByText(title)).toBeVisible();
  await expect(second.page.getByText("第一个窗口写的")).toBeVisible();
  await expect(second.field(value, 3, "title")).toHaveValue("第二个窗口写的");
  expect(await textOf(id, "title")).toEqual(["第一个窗口写的"]);
  await second.page.getByRole("button", { name: t("sheet.dispute.keepOurs") }).click();
  await second.expectStatus("saved");
  expect(await textOf(id, "title")).toEqual(["第二个窗口写的"]);

  await first.field(value, 3, "title").fill("第一个窗口又写的");
  await expect(first.page.getByText(title)).toBeVisible();
  await first.page.getByRole("button", { name: t("sheet.dispute.takeTheirs") }).click();
  const field = first.field(value, 3, "title");
  await expect(field).toHaveValue("第二个窗口写的");
  expect(await textOf(id, "title")).toEqual(["第二个窗口写的"]);

  await second.field(value, 3, "title").fill("第二个窗口再写的");
  await second.expectStatus("saved");
  await goesOnTyping(first, field);
  expect(await textOf(id, "title")).toEqual(["第二个窗口再写的"]);
});

/** The panel comes while one types: no key presses its buttons or changes the score. */
async function goesOnTyping(self: SelfReviewPage, field: Locator): Promise<void> {
  const { page } = self;
  const panel = page.getByRole("region", {
    name: t("sheet.dispute.title", { value: valueName(value) }),
  });
  await field.focus();
  await field.press("End");
  await page.keyboard.type("one");
  await expect(panel.getByRole("alert")).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.type(" unum x");
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
  await expect(field).toHaveValue(/one unum xni$/);
  await input.send("Input.insertText", { text: "你" });
  await expect(field).toHaveValue(/one unum x你$/);

  await self.verdict(value, 3, "met").focus();
  await page.keyboard.press("u");
  await expect(self.verdict(value, 3, "met")).toHaveAttribute("aria-pressed", "true");
  const choose = t("sheet.bar.disputed", { value: valueName(value) });
  await page.getByRole("button", { name: choose }).click();
  await expect(panel).toBeFocused();
  await page.keyboard.press("Space");
  await expect(panel).toBeVisible();
}

test("two tabs on different values: both are kept without a question", async ({
  as,
  expectErrors,
}) => {
  expectErrors(/status of 409/);
  const { id } = await appraisalOf(people.merged);
  const first = new SelfReviewPage(await as(people.merged));
  const second = new SelfReviewPage(await as(people.merged));
  await first.open(id);
  await second.open(id);
  await first.judge(value, 3, "met");
  await first.field(value, 3, "title").fill("窗口一的案例");
  await first.expectStatus("saved");
  await second.show("integrity");
  await second.judge("integrity", 3, "met");
  await second.field("integrity", 3, "title").fill("窗口二的案例");
  await second.expectStatus("saved");
  await expect.poll(() => textOf(id, "title")).toEqual(["窗口一的案例", "窗口二的案例"]);
  const asked = t("sheet.dispute.keepOurs");
  await expect(second.page.getByRole("button", { name: asked })).toHaveCount(0);
  await second.show(value);
  await expect(second.field(value, 3, "title")).toHaveValue("窗口一的案例");
});

/** Whether the browser would ask before this tab closes. */
function asksBeforeClosing(page: SelfReviewPage["page"]): Promise<boolean> {
  return page.evaluate(() => {
    const event = new Event("beforeunload", { cancelable: true });
    return !window.dispatchEvent(event);
  });
}
