import type { Locator, Page } from "@playwright/test";
import { appraisalOf, cycleIn } from "../../support/e2e/database";
import { expect, test } from "../../support/e2e/fixtures";
import { textsIn } from "../../support/e2e/texts";

const t = textsIn("zh");

interface Asked {
  readonly name: string;
  readonly as: string;
  readonly address: () => Promise<string>;
  /** What opens it. */
  readonly opener: (page: Page) => Locator;
  /** A menu between the opener and the dialog. */
  readonly item?: string;
  /** What is typed into, by the name of its field; absent where nothing is. */
  readonly field?: string;
}

const at = (room: string, whose: string) => async () => `/${room}/${(await appraisalOf(whose)).id}`;
const button = (name: string) => (page: Page) =>
  page.getByRole("main").getByRole("button", { name }).first();

const asked: readonly Asked[] = [
  {
    name: "the manager's return",
    as: "yao.shu",
    address: at("manager-scoring", "jin.sui"),
    opener: button(t("manager-scoring.bar.return")),
    field: "reasons.0.reason",
  },
  {
    name: "the second level's return",
    as: "song.yan",
    address: at("second-level", "pan.yun"),
    opener: button(t("second-level.return")),
    field: "reasons.0.reason",
  },
  {
    name: "HR's return",
    as: "bo.zhou",
    address: at("hr-audit", "ning.zhe"),
    opener: button(t("hr-audit.return.button")),
    item: t("dossier.reasons.insufficient"),
    field: "reasons.0.reason",
  },
  {
    name: "declining a top score",
    as: "cheng.ye",
    address: at("approvals", "du.heng"),
    opener: button(t("approval.decision.decline")),
    field: "reason",
  },
  {
    name: "an appeal",
    as: "lan.ting",
    address: at("results", "lan.ting"),
    opener: button(t("result.answer.object")),
    field: "text",
  },
  {
    name: "extending a stage",
    as: "su.nian",
    address: async () => `/cycles/${(await cycleIn("open")).id}`,
    opener: button(t("cycle.windows.extend")),
    field: "reason",
  },
  {
    name: "closing a cycle",
    as: "su.nian",
    address: async () => `/cycles/${(await cycleIn("open")).id}`,
    opener: button(t("cycle.close.button")),
  },
  {
    name: "a new department",
    as: "su.nian",
    address: () => Promise.resolve("/people/departments"),
    opener: button(t("people.tree.add")),
    field: "name",
  },
];

async function open(page: Page, { opener, item }: Asked): Promise<Locator> {
  await opener(page).click();
  if (item !== undefined) await page.getByRole("menuitem", { name: item }).click();
  const dialog = page.locator("dialog[open]");
  await expect(dialog).toBeVisible();
  return dialog;
}

for (const one of asked) {
  test(`${one.name}: begins in the first field, gives the focus back, keeps what is typed`, async ({
    as,
  }) => {
    const page = await as(one.as);
    await page.goto(await one.address());
    await expect(one.opener(page)).toBeVisible();
    const dialog = await open(page, one);
    const fields = dialog.locator("input:not([type=hidden]), select, textarea");
    if (one.field === undefined)
      await expect(dialog.getByRole("button", { name: t("common.actions.cancel") })).toBeFocused();
    else await expect(fields.first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(one.opener(page)).toBeFocused();
    if (one.field === undefined) return;

    const words = `写到一半：${one.name}`;
    await open(page, one);
    await dialog.locator(`[name="${one.field}"]`).fill(words);
    await page.keyboard.press("Escape");
    await open(page, one);
    await expect(dialog.locator(`[name="${one.field}"]`)).toHaveValue(words);
    await page.reload();
    await expect(one.opener(page)).toBeVisible();
    await open(page, one);
    await expect(dialog.locator(`[name="${one.field}"]`)).toHaveValue(words);
    await expect(dialog.getByText(t("common.kept.restored"))).toBeVisible();
    await dialog.getByRole("button", { name: t("common.kept.clear") }).click();
    await expect(dialog.locator(`[name="${one.field}"]`)).toHaveValue("");
    await expect(dialog.getByText(t("common.kept.restored"))).toHaveCount(0);
    await expect(dialog.locator("input, select, textarea").and(page.locator(":focus"))).toHaveCount(
      1,
    );
  });
}

test("a reason that is missing takes the focus, and its fault goes when it is typed", async ({
  as,
}) => {
  const page = await as("yao.shu");
  await page.goto(await at("manager-scoring", "jin.sui")());
  await button(t("manager-scoring.bar.return"))(page).click();
  const dialog = page.locator("dialog[open]");
  const confirm = dialog.getByRole("button").last();
  const reason = dialog.locator('textarea[name="reasons.0.reason"]');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await confirm.click();
    await expect(reason).toBeFocused();
    await expect(reason).toHaveAccessibleDescription(new RegExp(t("errors.reason_required")));
  }
  await page.keyboard.type("请");
  await expect(dialog.getByText(t("errors.reason_required"))).toHaveCount(0);
});

test("nothing typed is left for the next person at the same browser", async ({ as }) => {
  const page = await as("xia.tian");
  await page.goto("/mine");
  await page.evaluate(() => {
    sessionStorage.setItem("kept:000000:someone", "{}");
  });
  await page.reload();
  const kept = () =>
    page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("kept:")));
  await expect.poll(kept).toEqual([]);
});
