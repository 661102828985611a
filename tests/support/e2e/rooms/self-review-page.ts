import { expect } from "../fixtures";
import { SheetPage } from "./sheet-page";
import { startingWith } from "../texts";

/** An employee's own self-review. */
export class SelfReviewPage extends SheetPage {
  protected readonly side = "self";

  async open(appraisalId: string): Promise<void> {
    await this.page.goto(`/self-review/${appraisalId}`);
    await this.expectThere();
  }

  async show(value: string): Promise<void> {
    const list = this.page.getByRole("navigation", { name: this.t("sheet.values.pick") });
    await list.getByRole("button", { name: startingWith(this.name(value)) }).click();
    await expect(this.ladder(value)).toBeVisible();
  }

  /** Presses submit; what is missing is then listed, or the confirmation asked. */
  async trySubmit(): Promise<void> {
    await this.page.getByRole("button", { name: this.t("self-review.submit.button") }).click();
  }

  async submit(): Promise<void> {
    await this.trySubmit();
    const dialog = this.page.getByRole("dialog");
    const total = this.t("self-review.submit.confirmLabel", { total: "" })
      .trim()
      .split(/[ ,，]/)[0];
    await dialog.getByRole("button", { name: startingWith(total ?? "") }).click();
    await expect(this.page.getByText(this.submittedTitle())).toBeVisible();
  }

  /** The beginning of the notice that stands over a self-review handed in. */
  submittedTitle(): string {
    return this.t("self-review.submitted.title", { when: "" }).trim().split(" ")[0] ?? "";
  }
}
