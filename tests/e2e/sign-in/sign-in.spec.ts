import { demoPassword } from "../../../prisma/seed/sign-ins";
import { expectAccessible } from "../../support/e2e/accessible";
import { expect, test } from "../../support/e2e/fixtures";
import { personOf } from "../../support/e2e/people";
import { textsIn } from "../../support/e2e/texts";

const t = textsIn("zh");

test.describe("signing in", () => {
  test("every other page leads to the sign-in and back after it", async ({ stranger }) => {
    const page = await stranger();
    await page.goto("/people?status=on_leave");
    await expect(page).toHaveURL(/\/sign-in\?/);
    await expectAccessible(page);
    await page.getByLabel(t("auth.signIn.login")).fill(personOf("su.nian").number);
    await page.getByLabel(t("auth.signIn.password"), { exact: true }).fill(demoPassword);
    await page.getByRole("button", { name: t("auth.signIn.submit"), exact: true }).click();
    await expect(page).toHaveURL(/\/people\?status=on_leave$/);
    await expect(page.getByText(personOf("hua.rong").name)).toBeVisible();
  });

  test("a wrong password and an unknown number get the same answer, and what was typed stays", async ({
    stranger,
    expectErrors,
  }) => {
    expectErrors(/status of 401/);
    const page = await stranger();
    await page.goto("/sign-in");
    for (const login of [personOf("ke.lan").number, "999999"]) {
      await page.getByLabel(t("auth.signIn.login")).fill(login);
      await page.getByLabel(t("auth.signIn.password"), { exact: true }).fill("not-the-password");
      await page.getByRole("button", { name: t("auth.signIn.submit"), exact: true }).click();
      await expect(page.getByRole("alert").getByText(t("errors.wrong_credentials"))).toBeVisible();
      await expect(page.getByLabel(t("auth.signIn.login"))).toHaveValue(login);
      await page.reload();
    }
  });

  test("an address of another site is no way back", async ({ stranger }) => {
    const page = await stranger();
    await page.goto("/sign-in?next=https%3A%2F%2Fexample.com%2F");
    await page.getByLabel(t("auth.signIn.login")).fill(personOf("ke.lan").number);
    await page.getByLabel(t("auth.signIn.password"), { exact: true }).fill(demoPassword);
    await page.getByRole("button", { name: t("auth.signIn.submit"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(personOf("ke.lan").name);
    expect(new URL(page.url()).pathname).toBe("/");
  });
});
