import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures";
import { startingWith, textsIn, valueName } from "../texts";

/** What those above the manager do with a sheet, said as they would say it. */

const t = textsIn("zh");

abstract class Room {
  constructor(readonly page: Page) {}

  protected dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  protected async closed(): Promise<void> {
    await expect(this.dialog()).toHaveCount(0);
  }

  /** The card of one value in a dossier. */
  value(key: string): Locator {
    return this.page.locator(`#value-${key}`);
  }

  /** The primary button at the foot: with something waiting next or as the last. */
  protected primary(onward: string, last: string): Locator {
    const button = (name: string) => this.page.getByRole("button", { name, exact: true });
    return button(onward).or(button(last));
  }
}

export class SecondLevelRoom extends Room {
  async open(): Promise<void> {
    await this.page.goto("/second-level");
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  async openSheet(name: string): Promise<void> {
    await this.page.getByRole("link", { name: t("second-level.openLabel", { name }) }).click();
    await expect(this.page.getByText(t("second-level.lead.waiting"))).toBeVisible();
  }

  /** Presses return beside somebody in the list and stays in the dialog. */
  async startReturn(name: string): Promise<Locator> {
    await this.page.getByRole("link", { name: t("second-level.returnLabel", { name }) }).click();
    return this.dialog();
  }

  async sendReturn(comment: string, value: string, point: number): Promise<void> {
    const dialog = this.dialog();
    await dialog
      .getByRole("combobox", { name: startingWith(t("dossier.decision.value")) })
      .selectOption({ label: valueName(value) });
    await dialog
      .getByRole("combobox", { name: startingWith(t("dossier.decision.rung", { gated: "yes" })) })
      .selectOption(String(point));
    await dialog.getByLabel(t("second-level.returnDialog.comment")).fill(comment);
    await this.pressReturn();
    await this.closed();
  }

  async pressReturn(): Promise<void> {
    const name = t("second-level.returnDialog.confirm");
    await this.dialog().getByRole("button", { name, exact: true }).click();
  }

  async agree(comment: string): Promise<void> {
    await this.page.getByLabel(startingWith(t("second-level.agreeDialog.comment"))).fill(comment);
    const address = this.page.url();
    await this.primary(t("second-level.onward"), t("second-level.agree")).click();
    await expect(this.page).not.toHaveURL(address);
  }
}

export class AuditRoom extends Room {
  async open(appraisalId: string, value?: string): Promise<void> {
    const asked = value === undefined ? "" : `?value=${value}`;
    await this.page.goto(`/hr-audit/${appraisalId}${asked}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** Records what a beneficiary said: nothing given is refused at the fields first. */
  async hear(value: string, said: string): Promise<void> {
    const words = (key: string) => t(`dossier.beneficiary.${key}`);
    await this.value(value)
      .getByRole("button", { name: words("record"), exact: true })
      .click();
    const dialog = this.page.getByRole("dialog");
    const record = dialog.getByRole("button", { name: words("recordConfirm"), exact: true });
    await record.click();
    const asked = dialog.getByLabel(words("asked"), { exact: true });
    await expect(asked).toHaveAccessibleDescription(new RegExp(t("errors.required")));
    await asked.fill("学员的班主任");
    await dialog.getByLabel(words("askedOn"), { exact: true }).fill("2026-01-05");
    await dialog.getByLabel(words("ways.phone"), { exact: true }).check();
    await dialog.getByLabel(words("said"), { exact: true }).fill(said);
    await record.click();
    await expect(dialog).toHaveCount(0);
    await expect(this.value(value).getByText(said)).toBeVisible();
  }

  confirmButton(score: string): Locator {
    return this.primary(
      t("hr-audit.confirm.onward", { score }),
      t("hr-audit.confirm.last", { score }),
    );
  }

  /** Of the value that is read; on to what waits next. */
  async confirm(value: string, valueScore: string): Promise<void> {
    const address = this.page.url();
    await expect(this.value(value)).toBeVisible();
    await this.confirmButton(valueScore).click();
    await expect(this.page).not.toHaveURL(address);
  }

  /** For one of the policy's reasons; the whole sheet goes back to the manager. */
  async giveBack(name: string, value: string, reason: string, comment: string): Promise<void> {
    const about = { name, value: valueName(value) };
    await this.page
      .getByRole("button", { name: t("hr-audit.return.buttonLabel", about), exact: true })
      .click();
    await this.page.getByRole("menuitem", { name: t(`dossier.reasons.${reason}`) }).click();
    const dialog = this.dialog();
    await dialog.getByLabel(startingWith(t("hr-audit.return.comment"))).fill(comment);
    await dialog.getByRole("button", { name: t("hr-audit.return.confirm"), exact: true }).click();
    await this.closed();
  }
}

export class ApprovalRoom extends Room {
  async open(name: string, value: string): Promise<void> {
    await this.page.goto("/approvals");
    const label = t("approval.list.openLabel", { name, value: valueName(value) });
    // The name and the button of the row lead to the same.
    await this.page.getByRole("link", { name: label }).first().click();
    await expect(this.value(value)).toBeVisible();
  }

  reason(value: string): Locator {
    return this.value(value).getByLabel(t("approval.decision.reason"), { exact: true });
  }

  async approve(value: string): Promise<void> {
    await expect(this.value(value)).toBeVisible();
    await this.primary(t("approval.decision.onward"), t("approval.decision.approve")).click();
  }

  async decline(reason: string): Promise<void> {
    await this.page
      .getByRole("button", { name: startingWith(t("approval.decision.decline")) })
      .click();
    const dialog = this.dialog();
    await dialog.getByLabel(startingWith(t("approval.decision.reason"))).fill(reason);
    const name = t("approval.decision.declineConfirm");
    await dialog.getByRole("button", { name, exact: true }).click();
    await this.closed();
  }
}

export interface Minutes {
  readonly good: string;
  readonly short: string;
  readonly direction: string;
  readonly deductions: string;
  readonly minutes: string;
}

export class InterviewRoom extends Room {
  async open(appraisalId: string): Promise<void> {
    await this.page.goto(`/interview/${appraisalId}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  field(name: keyof Minutes): Locator {
    return this.page.getByRole("textbox", { name: startingWith(t(`interview.form.${name}`)) });
  }

  async write(minutes: Minutes): Promise<void> {
    await this.field("good").fill(minutes.good);
    await this.field("short").fill(minutes.short);
    await this.field("direction").fill(minutes.direction);
    await this.field("deductions").fill(minutes.deductions);
    await this.field("minutes").fill(minutes.minutes);
  }

  /** Ticks that the deduction of a value was explained face to face. */
  async tell(value: string): Promise<void> {
    const name = t("interview.told.value", { value: valueName(value) });
    await this.page.getByRole("checkbox", { name, exact: true }).check();
  }

  async trySubmit(): Promise<void> {
    await this.page.getByRole("button", { name: t("interview.form.submit") }).click();
  }

  async publish(name: string): Promise<void> {
    await this.trySubmit();
    const confirm = t("interview.confirm.action", { name });
    await this.dialog().getByRole("button", { name: confirm }).click();
    await this.closed();
    await expect(this.page.getByText(t("interview.record.waiting"))).toBeVisible();
  }
}
