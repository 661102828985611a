import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/e2e/accessible";
import { appraisalOf } from "../support/e2e/database";
import { expect, test } from "../support/e2e/fixtures";
import { personOf } from "../support/e2e/people";
import {
  ApprovalRoom,
  AuditRoom,
  InterviewRoom,
  SecondLevelRoom,
} from "../support/e2e/rooms/review-pages";
import { grounds, minutes, secret } from "../support/e2e/quarter-words";
import { ScoringPage } from "../support/e2e/rooms/scoring-page";
import { SelfReviewPage } from "../support/e2e/rooms/self-review-page";
import { textsIn, valueName } from "../support/e2e/texts";

// Seven people of the demo company and one appraisal, from a half-written self-review to the acknowledged result.

const t = textsIn("zh");
const employee = personOf("zhou.ning");

test("a quarter from the self-review to the acknowledged result", async ({ as, expectErrors }) => {
  test.setTimeout(300_000);
  expectErrors(/status of 422/);
  const { id } = await appraisalOf(employee.key);
  const own = await as("zhou.ning");
  const self = new SelfReviewPage(own);
  const boss = await as("lin.lan");
  const scoring = new ScoringPage(boss);

  await test.step("the employee hands in, after seeing what is missing", async () => {
    await own.goto("/");
    await own.getByRole("link", { name: t("home.task.self_review.action", { done: 1 }) }).click();
    await expect(own).toHaveURL(new RegExp(`/self-review/${id}$`));
    await self.trySubmit();
    await expect(self.missing()).toBeFocused();
    await expectAccessible(own);
    await self.leadTo(valueName("passion"));
    await expect(self.ladder("passion")).toBeVisible();
    await self.judge("passion", 3, "met");
    await self.write("passion", 3, {
      title: "连续三周每天复盘一通电话",
      happened: "八月的重复来电一直降不下来。",
      action: "我每天挑一通电话听一遍，把说错的一句改好，写进晨会的小抄。",
      outcome: "三周后重复来电从 31 通降到 9 通。",
      beneficiary: "打进来的客户",
    });
    await self.judge("passion", 4, "unmet");
    await self.show("dedication");
    await self.judge("dedication", 3, "unmet");
    await self.submit();
  });

  await test.step("before that nothing was open to anyone else, afterwards the manager returns it", async () => {
    await boss.goto("/manager-scoring");
    await boss.getByRole("link", { name: employee.name, exact: true }).click();
    await expect(boss).toHaveURL(new RegExp(`/manager-scoring/${id}$`));
    await scoring.show("passion");
    await expect(scoring.rung("passion", 3)).toContainText("连续三周每天复盘一通电话");
    await scoring.returnSelfReview("passion", 3, "请写清楚小抄给了谁、谁照着改了。");
    await expect(
      boss.getByText(t("manager-scoring.waiting.returnedTitle", { name: employee.name })),
    ).toBeVisible();
  });

  await test.step("the employee mends and hands in again", async () => {
    await own.goto("/");
    await expect(own.getByText(t("home.task.self_review.returned"))).toBeVisible();
    await self.open(id);
    await expect(own.getByText("请写清楚小抄给了谁、谁照着改了。").first()).toBeVisible();
    const title = "连续三周每天复盘一通电话";
    await self
      .rung("passion", 3)
      .getByRole("button", { name: t("sheet.case.editNamed", { title }) })
      .click();
    await self.field("passion", 3, "outcome").fill("小抄给了全组七个人，五个人照着改了。");
    await self.expectStatus("saved");
    await self.submit();
  });

  await test.step("the manager scores: a 5, a half point, and no way round the justifications", async () => {
    await scoring.open(id);
    await scoring.show("customer-first");
    for (const point of [3, 4]) await scoring.judge("customer-first", point, "met");
    await scoring.judge("customer-first", 5, "met");
    await scoring.write("customer-first", 5, {
      title: secret.case,
      happened: "退款规则分在三张表里，彼此打架。",
      action: "他把三张表合成一张，请三个部门各签一次字。",
      outcome: "十月没有一笔退款走错。",
      beneficiary: "申请退款的客户",
    });
    await scoring.show("teamwork");
    await scoring.judge("teamwork", 3, "met");
    await scoring.judge("teamwork", 4, "unmet");
    await scoring.show("embrace-change");
    await scoring.judge("embrace-change", 3, "unmet");
    await scoring.show("integrity");
    await scoring.judge("integrity", 3, "met");
    await scoring.judge("integrity", 4, "unmet");
    await scoring.show("passion");
    await scoring.judge("passion", 1, "partly");
    await scoring.write("passion", 1, {
      title: secret.lapse,
      happened: "晨会讨论投诉时说了气话。",
      action: "当众说“这活谁爱干谁干”，下午向同事道歉。",
      beneficiary: "晨会上的同事",
    });
    await scoring.show("dedication");
    await scoring.judge("dedication", 3, "unmet");
    await scoring.trySubmit();
    await expect(scoring.missing()).toBeFocused();
    await expectAccessible(boss);
    const problem = t("scoring.problem.justification-required");
    for (const [value, why] of [
      ["customer-first", secret.five],
      ["passion", secret.why],
    ] as const) {
      await scoring.leadTo(t("sheet.missing.entryValue", { value: valueName(value), problem }));
      await expect(scoring.justification(value)).toBeFocused();
      await scoring.justification(value).fill(why);
    }
    // The total is in the lowest band: what it rests on needs its facts, too.
    const ground = t("scoring.problem.sanction-facts-required");
    for (const [value] of grounds) {
      await scoring.leadTo(
        t("sheet.missing.entryValue", { value: valueName(value), problem: ground }),
      );
      await expect(scoring.justification(value)).toBeFocused();
      await scoring.justification(value).fill(secret.ground);
    }
    await expect(scoring.missing()).toHaveCount(0);
    await scoring.submit();
  });
  await expectNothingKnown(own, id);

  const second = new SecondLevelRoom(await as("yan.min"));
  await test.step("the second level returns it; without a reason it does not go", async () => {
    await second.open();
    const dialog = await second.startReturn(employee.name);
    await second.pressReturn();
    await expect(
      dialog.getByLabel(t("second-level.returnDialog.comment")),
    ).toHaveAccessibleDescription(new RegExp(t("errors.reason_required")));
    await expectAccessible(second.page);
    await second.sendReturn(secret.returned, "passion", 1);
    await second.open();
    await expect(second.page.getByRole("link", { name: employee.name })).toHaveCount(0);
  });
  await expectNothingKnown(own, id);

  await test.step("the manager mends it", async () => {
    await scoring.open(id);
    await expect(boss.getByText(secret.returned).first()).toBeVisible();
    await scoring.show("passion");
    await scoring.justification("passion").fill(secret.mended);
    await scoring.submit();
  });

  await test.step("the second level agrees", async () => {
    await second.open();
    await second.openSheet(employee.name);
    await expect(second.value("passion").getByText(secret.mended)).toBeVisible();
    await second.agree(secret.agreed);
  });
  await expectNothingKnown(own, id);

  await test.step("HR asks who benefited and confirms what must be verified", async () => {
    const audit = new AuditRoom(await as("ye.qing"));
    await audit.open(id, "customer-first");
    await expect(audit.page.getByText(t("hr-audit.confirm.askFirst"))).toBeVisible();
    await audit.hear("customer-first", secret.view);
    await audit.confirm("customer-first", "5");
    for (const [value, score] of grounds) {
      await audit.open(id, value);
      await expectAccessible(audit.page);
      await audit.confirm(value, score);
    }
    await audit.open(id, "passion");
    await audit
      .value("passion")
      .getByRole("textbox", { name: t("hr-audit.confirm.comment") })
      .fill(secret.checked);
    await audit.confirm("passion", "0.5");
    await audit.open(id);
    const approval = t("hr-audit.lead.elsewhere", { state: t("dossier.states.approval") });
    await expect(audit.page.getByText(approval)).toBeVisible();
  });
  await expectNothingKnown(own, id);

  await test.step("the division head approves the 5", async () => {
    const approvals = new ApprovalRoom(await as("chen.mo"));
    await approvals.open(employee.name, "customer-first");
    await expect(approvals.page.getByText(secret.view)).toBeVisible();
    await expect(approvals.page.getByText(secret.mended)).toHaveCount(0);
    await approvals.approve("customer-first");
    await expect(approvals.reason("customer-first")).toHaveAccessibleDescription(
      new RegExp(t("errors.reason_required")),
    );
    await approvals.reason("customer-first").fill(secret.approved);
    await approvals.approve("customer-first");
    await expect(approvals.page).not.toHaveURL(new RegExp(id));
  });
  await expectNothingKnown(own, id);

  await test.step("the manager holds the interview and the result is published", async () => {
    const interview = new InterviewRoom(boss);
    await interview.open(id);
    await interview.trySubmit();
    await expect(interview.field("minutes")).toHaveAccessibleDescription(
      new RegExp(t("errors.required")),
    );
    await expectAccessible(boss);
    await interview.write(minutes);
    await interview.publish(employee.name);
  });

  await test.step("the employee reads everything, confirms the minutes and acknowledges", async () => {
    await own.goto("/");
    await own.getByRole("link", { name: t("home.task.result.action") }).click();
    await expect(own).toHaveURL(new RegExp(`/results/${id}$`));
    // Once beside the value, once among the facts the consequences rest on.
    await expect(own.getByText(secret.mended)).toHaveCount(2);
    await expect(own.getByText(minutes.minutes)).toBeVisible();
    const page = await own.content();
    const never = [secret.view, secret.checked, secret.agreed, secret.approved];
    expect(never.filter((words) => page.includes(words))).toEqual([]);
    const acknowledge = own.getByRole("button", { name: t("result.answer.acknowledge") });
    await expect(acknowledge).toHaveAttribute("aria-disabled", "true");
    await own.getByRole("button", { name: t("result.minutes.confirm") }).click();
    const record = own.getByRole("dialog");
    await record.getByRole("button", { name: t("result.minutes.confirm") }).click();
    await expect(acknowledge).not.toHaveAttribute("aria-disabled");
    await acknowledge.click();
    const choice = own.getByRole("dialog");
    await choice
      .getByRole("radio", { name: t("result.acknowledgeDialog.choices.accepted.label") })
      .check();
    await choice.getByRole("button", { name: t("result.acknowledgeDialog.action") }).click();
    await expect(own.getByText(t("result.answer.acknowledged.ownTitle"))).toBeVisible();
    await expectAccessible(own);
    expect((await appraisalOf(employee.key)).state).toBe("acknowledged");
  });

  await test.step("the trail tells it all to the manager", async () => {
    await boss.goto(`/appraisals/${id}/trail`);
    const told = [
      t("trail.events.self.returned", { name: personOf("lin.lan").name }),
      t("trail.events.second_level.returned", { name: personOf("yan.min").name }),
      t("trail.events.second_level.agreed", { name: personOf("yan.min").name }),
      t("trail.events.interview.recorded", { name: personOf("lin.lan").name }),
      t("trail.events.interview.confirmed", { name: employee.name }),
      t("trail.events.result.acknowledged", { name: employee.name, answer: "accepted" }),
    ];
    for (const sentence of told) await expect(boss.getByText(sentence).first()).toBeVisible();
  });

  await test.step("the HR administrator sees counts and no content, a colleague nothing", async () => {
    const admin = await as("su.nian");
    await admin.goto("/cycles");
    await expect(admin.getByRole("heading", { level: 1 })).toBeVisible();
    for (const who of ["su.nian", "he.yizhou"])
      for (const path of [
        `/results/${id}`,
        `/manager-scoring/${id}`,
        `/hr-audit/${id}`,
        `/appraisals/${id}/trail`,
      ])
        expect((await (await as(who)).request.get(path)).status(), `${who} ${path}`).toBe(404);
  });
});

/** Not on any page of the employee, nor in the data those pages are made of. */
async function expectNothingKnown(own: Page, id: string): Promise<void> {
  await test.step("the employee learns nothing of it", async () => {
    expect((await own.request.get(`/results/${id}`)).status()).toBe(404);
    expect((await own.request.get(`/manager-scoring/${id}`)).status()).toBe(404);
    for (const path of ["/", "/mine", `/self-review/${id}`, `/appraisals/${id}/trail`]) {
      const answer = await own.request.get(path);
      expect(answer.status(), path).toBe(200);
      const text = await answer.text();
      const told = Object.values(secret).filter((words) => text.includes(words));
      expect(told, path).toEqual([]);
    }
  });
}
