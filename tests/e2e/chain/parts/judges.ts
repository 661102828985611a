import { words } from "../../../support/e2e/company/quarter";
import { expect } from "../../../support/e2e/fixtures";
import { ApprovalRoom, AuditRoom, InterviewRoom } from "../../../support/e2e/rooms/review-pages";
import { ScoringPage } from "../../../support/e2e/rooms/scoring-page";
import { framework, valueName } from "../../../support/e2e/texts";
import { name, secret, story, t, test } from "./story";

/** HR draws and returns, the division head declines, and a fall into the lowest band rests on facts. */
export function judges(): void {
  test("HR's sample is drawn when the last of the team has passed, not before", async ({
    seat,
  }) => {
    const { quarter } = story;
    const page = await seat("partner");
    const waiting = page.getByText(t("hr-audit.draw.team", { name: name("successor") }));
    await page.goto("/hr-audit?kind=sample");
    await expect(waiting).toBeVisible();
    await expect(page.getByText(t("hr-audit.queue.emptyFilter.title"))).toBeVisible();
    expect(await quarter.sampled("all")).toBe(0);

    await quarter.agree("deputy", "last");
    await page.reload();
    await expect(waiting).toHaveCount(0);
    const drawn = await quarter.sampled("drawn");
    expect(drawn).toBe(Math.ceil((await quarter.sampled("all")) / 5));
    const mark = t("dossier.reading.marks.sample");
    await expect(page.getByRole("row").filter({ hasText: mark })).toHaveCount(drawn);
  });

  test("a score HR returned comes back to HR, whatever it is now", async ({ seat }) => {
    const { quarter } = story;
    const audit = new AuditRoom(await seat("partner"));
    const { id } = await quarter.sheet("half");
    await audit.open(id, "passion");
    await audit.giveBack(name("half"), "passion", "unsupported", secret.unsupported);
    expect(await quarter.page("partner", "/hr-audit/:id", "half")).toBe(404);
    const scoring = new ScoringPage(await seat("successor"));
    await scoring.open(id);
    await expect(scoring.page.getByText(secret.unsupported).first()).toBeVisible();
    await quarter.score("successor", "half", { passion: 4 });
    await quarter.handInScores("successor", "half");
    await quarter.agree("deputy", "half");

    await audit.page.goto("/hr-audit");
    const row = audit.page
      .getByRole("row")
      .filter({ hasText: name("half") })
      .filter({ hasText: valueName("passion") });
    await expect(row).toContainText(t("dossier.reading.marks.returned"));
    await audit.open(id, "passion");
    await audit.confirm("passion", "2");
    await quarter.verify("half");
    expect(await quarter.stateOf("half")).toBe("interview");
    expect(await quarter.readBy("half", secret.unsupported)).toEqual([]);
  });

  test("a 5 that is declined comes back to scoring and is never a silent 4", async ({
    seat,
    expectErrors,
  }) => {
    expectErrors(/status of 422/);
    const { quarter } = story;
    const { id } = await quarter.sheet("top");
    const audit = new AuditRoom(await seat("partner"));
    await audit.open(id, "customer-first");
    await audit.hear("customer-first", secret.view);
    await audit.confirm("customer-first", "5");
    await quarter.verify("top");
    expect(await quarter.stateOf("top")).toBe("approval");
    expect(await quarter.readBy("top", secret.view)).toEqual([]);

    const approvals = new ApprovalRoom(await seat("head"));
    await approvals.open(name("top"), "customer-first");
    await approvals.decline(secret.declined);
    expect(await quarter.stateOf("top")).toBe("manager_scoring");
    const scoring = new ScoringPage(await seat("successor"));
    await scoring.open(id);
    await expect(scoring.page.getByText(secret.declined).first()).toBeVisible();
    await scoring.show("customer-first");
    await expect(scoring.verdict("customer-first", 5, "met")).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await quarter.score("successor", "top", { "customer-first": 8 });
    await quarter.handInScores("successor", "top");
    await quarter.agree("deputy", "top");
    await quarter.verify("top");
    // Whoever sent it back decides on what it has become.
    expect(await quarter.stateOf("top")).toBe("approval");
    await approvals.open(name("top"), "customer-first");
    await approvals.reason("customer-first").fill(secret.approved);
    await approvals.approve("customer-first");
    await expect.poll(() => quarter.stateOf("top")).toBe("interview");
    for (const hidden of [secret.view, secret.declined, secret.approved])
      expect(await quarter.readBy("top", hidden)).toEqual([]);
    expect(await quarter.page("head", "/approvals/:id", "top")).toBe(404);
  });

  test("the lowest band rests on facts that HR verified and that were told face to face", async ({
    seat,
  }) => {
    const { quarter } = story;
    const queue = await seat("partner");
    await queue.goto("/hr-audit");
    const rows = queue.getByRole("row").filter({ hasText: name("low") });
    const grounds = framework.values.length;
    const mark = t("dossier.reading.marks.sanction");
    await expect(rows.filter({ hasText: mark })).toHaveCount(grounds);
    await quarter.verify("low");
    expect(await quarter.stateOf("low")).toBe("interview");

    const { id } = await quarter.sheet("low");
    const talk = new InterviewRoom(await seat("successor"));
    await talk.open(id);
    await talk.write({
      good: words,
      short: words,
      direction: words,
      deductions: words,
      minutes: words,
    });
    await talk.trySubmit();
    await expect(talk.page.getByRole("dialog")).toHaveCount(0);
    await expect(talk.page.getByText(t("errors.told_required")).first()).toBeVisible();
    for (const { key } of framework.values) await talk.tell(key);
    await talk.publish(name("low"));

    const own = await seat("low");
    await own.goto(`/results/${id}`);
    await own.emulateMedia({ media: "print" });
    await expect(own.getByText(t("result.consequences.verified"))).toBeVisible();
    const told = own.getByRole("definition").filter({ hasText: valueName("dedication") });
    await expect(told.first()).toBeVisible();
    for (const { name: value } of framework.values)
      await expect(own.getByText(`事实：${value.zh}，本季记录在案。`).first()).toBeVisible();
  });
}
