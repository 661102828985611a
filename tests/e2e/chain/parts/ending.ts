import { writeFile } from "node:fs/promises";
import { addDays } from "@/lib/i18n/zone";
import { drawsFileSchema } from "@/lib/sample/schema";
import { seedHash } from "@/lib/scoring";
import { run } from "../../../../scripts/verify/run";
import { newcomer, team } from "../../../support/e2e/company/cast";
import { usual } from "../../../support/e2e/company/quarter";
import { today } from "../../../support/e2e/company/small-company";
import { expect } from "../../../support/e2e/fixtures";
import { DelegationRoom, includePerson } from "../../../support/e2e/rooms/office-pages";
import { framework } from "../../../support/e2e/texts";
import { story, t, test } from "./story";

/** The seed is revealed, somebody comes late, and the quarter is closed. */
export function ending(): void {
  test("the others are done, the seed is revealed, and the draw comes out the same again", async ({
    seat,
  }, info) => {
    const { company, quarter } = story;
    for (const role of ["plain", "other", "last"] as const) await quarter.verify(role);
    for (const role of team.filter((one) => one !== "low")) await quarter.talk("successor", role);
    for (const role of team) await quarter.acknowledge(role);

    const page = await seat("admin");
    await page.goto(`/cycles/${quarter.cycleId}/sample`);
    await expect(page.getByText(t("cycle.sample.page.same"))).toBeVisible();
    await expect(page.getByText(story.sealed)).toBeVisible();
    const answer = await company.as("admin").get(`/api/cycles/${quarter.cycleId}/sample`);
    const file = drawsFileSchema.parse(await answer.json());
    expect([seedHash(file.seed), file.hash, file.draws.length]).toEqual([
      story.sealed,
      story.sealed,
      1,
    ]);
    const path = info.outputPath("sample.json");
    await writeFile(path, JSON.stringify(file));
    const checked = await run(process.execPath, ["scripts/score.mjs", "--redraw", path]);
    expect(checked.code, checked.output).toBe(0);
  });

  test("who comes late goes the whole way with windows of her own, and the deputy's time is over", async ({
    seat,
  }) => {
    const { company, quarter } = story;
    await company.takeOn("newcomer", { manager: "successor", unit: "group", hireDate: today() });
    const own = await seat("newcomer");
    await own.goto("/");
    const task = own.locator("main a[href^='/self-review/']");
    await expect(task).toHaveCount(0);
    // Who is on leave stands in nobody's line from then on.
    await company.comeBack("away");
    const reason = "试用期表现突出";
    // A day opens at nine: yesterday's is open at any hour.
    const from = addDays(today(), -1);
    const { number } = newcomer;
    await includePerson(await seat("admin"), quarter.cycleId, { number, reason, from });
    await own.reload();
    await expect(task.first()).toBeVisible();
    await quarter.handInSelf("newcomer");
    await quarter.score("successor", "newcomer", usual);
    await quarter.handInScores("successor", "newcomer");

    expect(await quarter.page("deputy", "/second-level/:id", "newcomer")).toBe(200);
    const delegation = new DelegationRoom(await seat("away"));
    await delegation.open();
    await delegation.end();
    expect(await quarter.page("deputy", "/second-level/:id", "newcomer")).toBe(404);
    await quarter.agree("away", "newcomer");
    // The seed is known by now: so that nobody can count on a draw, all of it is looked at.
    const partner = await seat("partner");
    await partner.goto("/hr-audit?kind=sample");
    const rows = partner.getByRole("row").filter({ hasText: newcomer.name });
    await expect(rows).toHaveCount(framework.values.length);
    await quarter.verify("newcomer");
    await quarter.talk("successor", "newcomer");
    await quarter.acknowledge("newcomer");
    await own.goto(`/results/${(await quarter.sheet("newcomer")).id}`);
    await expect(own.getByText(t("result.answer.acknowledged.ownTitle"))).toBeVisible();
  });

  test("everybody is done, and HR closes the quarter", async ({ seat }) => {
    const { quarter } = story;
    const page = await seat("admin");
    await page.goto(`/cycles/${quarter.cycleId}`);
    await page.getByRole("button", { name: t("cycle.close.button") }).click();
    const dialog = page.getByRole("dialog");
    const count = team.length + 1;
    await expect(dialog.getByText(t("cycle.close.allDone", { count }))).toBeVisible();
    await dialog.getByRole("button", { name: t("cycle.close.confirm", { unfinished: 0 }) }).click();
    await expect(page.getByText(t("cycle.state.closed"), { exact: true })).toBeVisible();
  });
}
