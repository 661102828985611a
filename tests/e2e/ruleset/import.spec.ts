import { readFile } from "node:fs/promises";
import { renderFault } from "@/lib/scoring";
import { frameworkSchema } from "@/lib/scoring/documents/framework";
import { readFrameworkText } from "@/lib/scoring/documents/read";
import { versionOf, versionsOf } from "../../support/e2e/database";
import { expect, test } from "../../support/e2e/fixtures";
import { textsIn } from "../../support/e2e/texts";

const t = textsIn("zh");
const key = "go-getter";

test("a preset goes out, is broken, shown every fault, mended, comes in and can be chosen", async ({
  as,
  expectErrors,
}) => {
  expectErrors(/status of 422/);
  const page = await as("su.nian");
  const before = await versionsOf("framework", key);
  await page.goto(`/frameworks/${await versionOf("framework", key)}`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: t("ruleset.view.download") }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${key}-v1.json`);
  const preset = frameworkSchema.parse(JSON.parse(await readFile(await file.path(), "utf8")));

  const [first, ...others] = preset.values;
  if (first === undefined) throw new Error("no value");
  const broken = JSON.stringify({
    ...preset,
    colour: "red",
    name: { zh: "", en: "Go-getter" },
    values: [{ ...first, rungs: first.rungs.slice(1) }, ...others],
  });
  const read = readFrameworkText(broken);
  const faults = read.ok ? [] : read.faults.map((fault) => renderFault(fault, "zh"));
  expect(faults.length).toBeGreaterThan(5);

  await page.goto("/frameworks/import");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: t("ruleset.import.file") }).click(),
  ]);
  await chooser.setFiles({
    name: "broken.json",
    mimeType: "application/json",
    buffer: Buffer.from(broken),
  });
  const field = page.getByLabel(t("ruleset.import.text"));
  await expect(field).toHaveValue(broken);
  const check = page.getByRole("button", { name: t("ruleset.import.check"), exact: true });
  await check.click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText(t("ruleset.import.faults.title", { count: faults.length }));
  await expect(alert.getByRole("listitem")).toHaveText(faults);
  await expect(field).toHaveValue(broken);
  expect(await versionsOf("framework", key)).toBe(before);

  const name = { zh: `进取者第 ${before + 1} 稿`, en: `Go-getter draft ${before + 1}` };
  await field.fill(JSON.stringify({ ...preset, name }));
  // The faults stay in sight while they are mended.
  await expect(alert.getByRole("listitem")).toHaveText(faults);
  await check.click();
  await expect(alert).toHaveCount(0);
  const confirm = t("ruleset.import.framework.confirm", { version: before + 1 });
  await page.getByRole("button", { name: confirm }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name.zh);
  expect(await versionsOf("framework", key)).toBe(before + 1);

  await page.goto("/cycles/new");
  const choice = page.getByLabel(t("cycle.new.framework"), { exact: true });
  await choice.selectOption({
    label: t("cycle.new.version", { name: name.zh, version: before + 1 }),
  });
  await expect(page.getByText(t("cycle.new.look", { name: name.zh }))).toBeVisible();
});

test("the same again is said to be the same and offers no import", async ({ as, requestsOf }) => {
  const request = await requestsOf("su.nian");
  const policy = await request.get(`/api/policies/${await versionOf("policy", "checklist")}`);
  const page = await as("su.nian");
  await page.goto("/policies/import");
  await page.getByLabel(t("ruleset.import.text")).fill(await policy.text());
  await page.getByRole("button", { name: t("ruleset.import.check"), exact: true }).click();
  const said = t("ruleset.import.preview.identical", { key: "checklist", version: 1 });
  await expect(page.getByText(said)).toBeVisible();
  const confirm = t("ruleset.import.policy.confirm", { version: 1 });
  await expect(page.getByRole("button", { name: confirm })).toHaveCount(0);
});

test("files that are no text or too large are refused in words and leave the text alone", async ({
  as,
}) => {
  const page = await as("su.nian");
  await page.goto("/policies/import");
  const field = page.getByLabel(t("ruleset.import.text"));
  await field.fill("{}");
  const files = page.locator("input[type=file]");
  const named = (buffer: Buffer) => ({ name: "a.json", mimeType: "application/json", buffer });
  await files.setInputFiles(named(Buffer.from([0x22, 0xb2, 0xe2, 0x22])));
  await expect(field).toHaveAccessibleDescription(new RegExp(t("ruleset.import.fileNotText")));
  await files.setInputFiles(named(Buffer.alloc(300_000, 32)));
  await expect(field).toHaveAccessibleDescription(
    new RegExp(t("ruleset.import.fileTooLarge", { size: 300, max: 240 })),
  );
  await expect(field).toHaveValue("{}");
});

for (const [who, status] of [
  ["su.nian", 200],
  ["bo.zhou", 404],
  ["wen.ru", 404],
  ["ke.lan", 404],
  [null, 401],
] as const) {
  test(`files are answered with ${status} to ${who ?? "a visitor"}`, async ({ requestsOf }) => {
    const request = await requestsOf(who);
    for (const path of [
      `/api/frameworks/${await versionOf("framework", key)}`,
      `/api/policies/${await versionOf("policy", "classic")}`,
      "/api/schemas/framework",
      "/api/schemas/policy",
    ]) {
      const answer = await request.get(path);
      expect([path, answer.status()]).toEqual([path, status]);
      expect(answer.headers()["cache-control"]).toBe("private, no-store");
    }
  });
}

test("what is not there is not found", async ({ requestsOf }) => {
  const request = await requestsOf("su.nian");
  for (const path of [
    "/api/frameworks/no-uuid",
    "/api/policies/00000000-0000-4000-8000-000000000000",
    "/api/schemas/constructor",
  ])
    expect((await request.get(path)).status()).toBe(404);
});
