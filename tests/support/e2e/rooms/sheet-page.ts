import type { Locator, Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locales";
import type { Verdict } from "@/lib/scoring";
import { expect } from "../fixtures";
import { startingWith, textsIn, valueName, type Texts } from "../texts";

export interface CaseText {
  readonly title: string;
  readonly happened: string;
  readonly action: string;
  readonly outcome?: string;
  readonly beneficiary?: string;
  readonly on?: string;
}

/** What the self-review and the manager's scoring have in common: ladders, cases, saving by itself. */
export abstract class SheetPage {
  readonly t: Texts;
  protected abstract readonly side: "self" | "manager";

  constructor(
    readonly page: Page,
    readonly locale: Locale = "zh",
  ) {
    this.t = textsIn(locale);
  }

  protected name(value: string): string {
    return valueName(value, this.locale);
  }

  protected async expectThere(): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveCount(1);
  }

  ladder(value: string): Locator {
    const name = this.t("sheet.ladder.label", { value: this.name(value), gated: "yes" });
    return this.page.getByRole("list", { name, exact: true });
  }

  rung(value: string, point: number): Locator {
    const name = this.t("scoring.rung", { point });
    return this.ladder(value).getByRole("listitem", { name, exact: true });
  }

  verdict(value: string, point: number, verdict: Verdict): Locator {
    const key = verdict === "partly" ? "scoring.verdictFull.partly" : `scoring.verdict.${verdict}`;
    return this.rung(value, point).getByRole("button", { name: this.t(key), exact: true });
  }

  async judge(value: string, point: number, verdict: Verdict): Promise<void> {
    const button = this.verdict(value, point, verdict);
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
  }

  field(value: string, point: number, field: keyof CaseText): Locator {
    const { side } = this;
    const labels: Readonly<Record<keyof CaseText, string>> = {
      title: this.t("sheet.case.title"),
      happened: this.t("sheet.case.happened"),
      action: this.t("sheet.case.action", { side }),
      outcome: this.t("sheet.case.outcome"),
      beneficiary: this.t("sheet.case.beneficiary"),
      on: this.t("sheet.case.happenedOn"),
    };
    return this.rung(value, point).getByLabel(labels[field], { exact: true });
  }

  /** Fills in the one case of a rung that stands open, and folds it. */
  async write(value: string, point: number, text: CaseText): Promise<void> {
    await this.field(value, point, "title").fill(text.title);
    await this.field(value, point, "happened").fill(text.happened);
    await this.field(value, point, "action").fill(text.action);
    if (text.outcome !== undefined) {
      await this.field(value, point, "outcome").fill(text.outcome);
    }
    if (text.beneficiary !== undefined) {
      const about = this.rung(value, point).getByLabel(
        new RegExp([this.t("sheet.case.beneficiary"), this.t("sheet.case.affected")].join("|")),
      );
      await about.fill(text.beneficiary);
    }
    if (text.on !== undefined) await this.field(value, point, "on").fill(text.on);
    const done = this.t("sheet.case.done");
    await this.rung(value, point).getByRole("button", { name: done, exact: true }).click();
  }

  /** One of "saved", "saving", "offline", "failed", "unsaved", "idle" as the bar at the bottom says it. */
  status(kind: string): Locator {
    const words = this.t(`common.save.${kind}`, { time: "" }).trim();
    return this.page.getByRole("status").filter({ hasText: words });
  }

  async expectStatus(kind: string): Promise<void> {
    await expect(this.status(kind)).toBeVisible();
  }

  missing(): Locator {
    return this.page.getByRole("alert").filter({ has: this.page.getByRole("heading") });
  }

  /** Leads to what is missing by pressing its entry in the list. */
  async leadTo(text: string): Promise<void> {
    await this.missing()
      .getByRole("button", { name: startingWith(text) })
      .click();
  }

  protected async confirm(name: string | RegExp): Promise<void> {
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("button", { name }).click();
    await expect(dialog).toHaveCount(0);
  }
}
