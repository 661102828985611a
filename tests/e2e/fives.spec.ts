import { appraisalOf, expiredLink } from "../support/e2e/database";
import { expectAccessible } from "../support/e2e/accessible";
import { expect, test } from "../support/e2e/fixtures";
import { ApprovalRoom, AuditRoom } from "../support/e2e/rooms/review-pages";
import { personOf } from "../support/e2e/people";
import { startingWith, textsIn, valueName } from "../support/e2e/texts";

// Two 5s of the demo company that no other test touches: one HR has to answer about, one with a beneficiary to ask.

const t = textsIn("zh");
const link = (key: string, values = {}) => t(`dossier.beneficiary.link.${key}`, values);

test("an approver asks for more, HR answers, and the 5 is decided beside question and answer", async ({
  as,
  expectErrors,
}) => {
  test.setTimeout(300_000);
  expectErrors(/status of 422/);
  const { name } = personOf("ji.xue");
  const { id } = await appraisalOf("ji.xue");
  const value = "customer-first";
  const audit = new AuditRoom(await as("ye.qing"));
  const reply = "问了受益小组的组长：节省的时间由排班系统记录，每周约六小时。";

  await test.step("HR finds the question on top of its queue and cannot pass it without an answer", async () => {
    await audit.page.goto("/hr-audit");
    const first = audit.page.getByRole("table").first().getByRole("row").nth(1);
    await expect(first).toContainText(name);
    await audit.open(id, value);
    const asked = audit.value(value).getByRole("region", { name: t("dossier.questions.title") });
    await expect(asked).toContainText(t("dossier.questions.open"));
    const answer = audit.page.getByRole("button", {
      name: t("hr-audit.confirm.answer", { score: "5" }),
      exact: true,
    });
    await answer.click();
    const words = audit.value(value).getByLabel(startingWith(t("hr-audit.confirm.answerWords")));
    await expect(words).toHaveAccessibleDescription(new RegExp(t("errors.answer_required")));
    await words.fill(reply);
    await expectAccessible(audit.page);
    await answer.click();
    await expect(audit.page.getByText(t("hr-audit.confirm.doneApproval", { name }))).toBeVisible();
  });

  await test.step("the approver reads both, asks once more, takes that back and declines", async () => {
    const room = new ApprovalRoom(await as("chen.mo"));
    await room.open(name, value);
    const asked = room.value(value).getByRole("region", { name: t("dossier.questions.title") });
    await expect(asked).toContainText(reply);
    await room.page.getByRole("button", { name: t("approval.ask.button"), exact: true }).click();
    const dialog = room.page.getByRole("dialog");
    const send = dialog.getByRole("button", { name: t("approval.ask.confirm"), exact: true });
    await send.click();
    const question = dialog.getByLabel(t("approval.ask.question"), { exact: true });
    await expect(question).toHaveAccessibleDescription(new RegExp(t("errors.question_required")));
    await question.fill("还有谁能证实？");
    await send.click();
    await expect(dialog).toHaveCount(0);
    await room.page.getByRole("button", { name: t("dossier.decision.undo.label") }).click();
    await expect(room.page.getByText(t("dossier.decision.undo.done"))).toBeVisible();
    await room.open(name, value);
    await room.decline("节省的时间只算了一周，先不按 5 分推广。");
    expect((await appraisalOf("ji.xue")).state).toBe("manager_scoring");
  });
});

test("a beneficiary without an account answers one question by a link, once", async ({
  as,
  stranger,
  expectErrors,
}) => {
  test.setTimeout(300_000);
  expectErrors(/status of 4(10|22)/);
  const { id } = await appraisalOf("meng.chuan");
  const { name } = personOf("meng.chuan");
  const value = "passion";
  const question = "新的抽检办法用了之后，您的小组有什么不同？";
  const said = "漏检的单子一个月里少了一半，我们不用再返工。";
  const hr = new AuditRoom(await as("ye.qing"));
  await hr.open(id, value);

  const make = async (words: string) => {
    await hr
      .value(value)
      .getByRole("button", { name: link("make"), exact: true })
      .click();
    const dialog = hr.page.getByRole("dialog");
    const confirm = dialog.getByRole("button", { name: link("confirm"), exact: true });
    await confirm.click();
    const field = dialog.getByLabel(link("question"), { exact: true });
    await expect(field).toHaveAccessibleDescription(new RegExp(t("errors.required")));
    await field.fill(words);
    await confirm.click();
    await expect(dialog).toHaveCount(0);
    return hr.value(value).getByLabel(link("url"), { exact: true }).inputValue();
  };
  const address = await make(question);
  await hr
    .value(value)
    .getByRole("button", { name: link("close"), exact: true })
    .click();
  await expect(hr.page.locator(`input[value="${address}"]`)).toHaveCount(0);

  await test.step("the page shows nothing but the question, takes an answer, and is dead from then on", async () => {
    const page = await stranger({ phone: true });
    await page.goto(address);
    await expect(page.getByText(question)).toBeVisible();
    const shown = await page.locator("body").innerText();
    for (const secret of [name, valueName(value), personOf("ye.qing").name])
      expect(shown).not.toContain(secret);
    await expectAccessible(page);
    const submit = page.getByRole("button", { name: t("answer.submit") });
    await submit.click();
    const words = page.getByLabel(startingWith(t("answer.said")));
    await expect(words).toHaveAccessibleDescription(new RegExp(t("errors.required")));
    await words.fill(said);
    // Open on a second device meanwhile, where it comes too late.
    const late = await stranger();
    await late.goto(address);
    await late.getByLabel(startingWith(t("answer.said"))).fill("晚了一步");
    await submit.click();
    await expect(page.getByText(t("answer.thanks.title"))).toBeVisible();
    await late.getByRole("button", { name: t("answer.submit") }).click();
    await expect(late.getByText(t("answer.invalid.title"))).toBeVisible();
    await late.goto(address);
    await expect(late.getByText(t("answer.invalid.title"))).toBeVisible();
  });

  await test.step("one that expired and one that was revoked look the same", async () => {
    const page = await stranger();
    await page.goto(`/answer/${await expiredLink(id, value)}`);
    await expect(page.getByText(t("answer.invalid.title"))).toBeVisible();
    await hr.open(id, value);
    const again = "这次问的是排班：您的小组有什么不同？";
    const revoked = await make(again);
    const item = hr.value(value).getByRole("listitem").filter({ hasText: again });
    await item.getByRole("button", { name: link("revoke"), exact: true }).click();
    await expect(item.getByText(link("states.revoked"))).toBeVisible();
    await page.goto(revoked);
    await expect(page.getByText(t("answer.invalid.title"))).toBeVisible();
  });

  await test.step("HR and the approver read the answer", async () => {
    await expect(hr.value(value).getByText(said)).toBeVisible();
    const top = new ApprovalRoom(await as("chen.mo"));
    await top.open(name, value);
    await expect(top.value(value).getByText(said)).toBeVisible();
  });
});
