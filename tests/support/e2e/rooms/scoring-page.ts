import type { Locator } from "@playwright/test";
import { expect } from "../fixtures";
import { SheetPage } from "./sheet-page";

/** The manager's sheet of one person. */
export class ScoringPage extends SheetPage {
  protected readonly side = "manager";

  async open(appraisalId: string): Promise<void> {
    await this.page.goto(`/manager-scoring/${appraisalId}`);
    await this.expectThere();
  }

  panel(value: string): Locator {
    return this.page.getByRole("region", { name: this.name(value), exact: true });
  }

  async show(value: string): Promise<void> {
    const toggle = this.panel(value).getByRole("heading", { level: 2 }).getByRole("button");
    if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
    await expect(this.ladder(value)).toBeVisible();
  }

  justification(value: string): Locator {
    const label = this.t("manager-scoring.justification.title");
    return this.panel(value).getByRole("textbox", { name: new RegExp(`^${label}`) });
  }

  async returnSelfReview(value: string, point: number, reason: string): Promise<void> {
    const { t } = this;
    await this.page.getByRole("button", { name: t("manager-scoring.bar.return") }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog
      .getByLabel(t("manager-scoring.return.value"), { exact: true })
      .selectOption({ label: this.name(value) });
    await dialog
      .getByLabel(t("manager-scoring.return.rung", { gated: "yes" }), { exact: true })
      .selectOption(String(point));
    await dialog.getByLabel(t("manager-scoring.return.reason"), { exact: true }).fill(reason);
    await this.confirm(new RegExp(t("manager-scoring.return.confirm", { name: ".+" })));
  }

  async trySubmit(): Promise<void> {
    const name = this.t("manager-scoring.bar.submit");
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  async submit(): Promise<void> {
    await this.trySubmit();
    await this.confirm(this.t("manager-scoring.submit.confirm"));
    // Until the second level opens it, it can be taken back.
    await expect(this.page.getByText(this.t("manager-scoring.locked.takeBack"))).toBeVisible();
  }
}
