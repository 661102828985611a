import type { Page } from "@playwright/test";
import { expect } from "../fixtures";
import { startingWith, textsIn } from "../texts";

/** What HR administrators decide on people, and who stands in for whom. */

const t = textsIn("zh");

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Fills in what a hand-over asks, in the form of its own or in the one of the change it hangs on. */
async function decide(
  page: Page,
  given: { to: string; way: "continue" | "anew" | "sealed"; reason: string; note?: string },
): Promise<void> {
  await page.getByLabel(startingWith(t("hand-over.give.successor"))).fill(given.to);
  // One name begins with the other.
  await page.locator(`input[type=radio][name$="way"][value="${given.way}"]`).check();
  if (given.note !== undefined)
    await page.getByLabel(startingWith(t("hand-over.give.note"))).fill(given.note);
  await page.getByLabel(startingWith(t("hand-over.give.reason"))).fill(given.reason);
}

export class HandOverRoom {
  constructor(readonly page: Page) {}

  async open(holderId: string): Promise<void> {
    await this.page.goto(`/hand-over/${holderId}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  async choose(name: string): Promise<void> {
    await this.page.getByRole("checkbox", { name: t("hand-over.sheets.choose", { name }) }).check();
  }

  async give(count: number, decision: Parameters<typeof decide>[1]): Promise<void> {
    await decide(this.page, decision);
    await button(this.page, t("hand-over.give.submit", { count })).click();
    await expect(this.page.getByText(t("hand-over.give.done", { count, fell: 0 }))).toBeVisible();
  }
}

export class PersonRoom {
  constructor(readonly page: Page) {}

  async open(id: string): Promise<void> {
    await this.page.goto(`/people/${id}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** Presses leave and confirm: what they hold is then asked about. */
  async askToLeave(): Promise<void> {
    await button(this.page, t("people.leave.button")).click();
    await this.confirmLeave();
  }

  async confirmLeave(): Promise<void> {
    await button(this.page, t("people.leave.confirm")).click();
  }

  /** What becomes of the sheets of whoever leaves. */
  decide(decision: Parameters<typeof decide>[1]): Promise<void> {
    return decide(this.page, decision);
  }
}

export class DelegationRoom {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/delegation");
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  async name(deputy: { name: string; number: string }, room: string, until: string): Promise<void> {
    const label = t("delegation.form.ties.peer", { name: deputy.name, number: deputy.number });
    await this.page
      .getByRole("combobox", { name: startingWith(t("delegation.form.deputy")) })
      .selectOption({ label });
    await this.page.getByRole("checkbox", { name: t(`delegation.rooms.${room}`) }).check();
    await this.page.getByLabel(startingWith(t("delegation.form.until"))).fill(until);
    await button(this.page, t("delegation.form.submit")).click();
    await expect(this.page.getByText(t("delegation.states.running"))).toBeVisible();
  }

  async end(): Promise<void> {
    await button(this.page, t("delegation.end.label")).click();
    await button(this.page, t("delegation.end.confirm")).click();
    await expect(this.page.getByText(t("delegation.states.ended"))).toBeVisible();
  }
}

/** Takes somebody into a running cycle, with windows of their own by the rule from a day on. */
export async function includePerson(
  page: Page,
  cycleId: string,
  { number, reason, from }: { number: string; reason: string; from: string },
): Promise<void> {
  await page.goto(`/cycles/${cycleId}`);
  await button(page, t("participation.include.button")).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(startingWith(t("participation.number"))).fill(number);
  await dialog.getByLabel(startingWith(t("participation.reason"))).fill(reason);
  await dialog.getByLabel(startingWith(t("cycle.new.firstDay"))).fill(from);
  await button(page, t("cycle.new.schedule")).click();
  await dialog.getByRole("button", { name: t("participation.include.confirm") }).click();
  await expect(dialog).toHaveCount(0);
}
