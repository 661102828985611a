import type { Page } from "@playwright/test";
import { personIn, type Role } from "../../../support/e2e/company/cast";
import { SmallQuarter } from "../../../support/e2e/company/quarter";
import { SmallCompany } from "../../../support/e2e/company/small-company";
import { test as base } from "../../../support/e2e/fixtures";
import { textsIn } from "../../../support/e2e/texts";

/** What the parts of one story share: each goes on where the one before it ended. */

export const t = textsIn("zh");
export const name = (role: Role) => personIn(role).name;

/** What somebody writes and somebody else must not read. */
export const secret = {
  note: "密封：九月那次投诉的录音在质检组，先听再定。",
  unsupported: "第 1 级的事例只有一句话，看不出是哪一天。",
  view: "客户说当天就用上了，没有再问第二遍。",
  declined: "两个部门的数据还没有对上，先按做到的评。",
  approved: "四级有据，可以。",
};

class Story {
  private founded: SmallCompany | null = null;
  private opened: SmallQuarter | null = null;
  /** The hash of the sealed seed, as the page showed it before anything was drawn. */
  sealed = "";

  async begin(): Promise<void> {
    this.founded = await SmallCompany.found();
  }

  async openQuarter(): Promise<void> {
    this.opened = new SmallQuarter(this.company, await this.company.openQuarter());
  }

  async end(): Promise<void> {
    await this.founded?.stop();
  }

  get company(): SmallCompany {
    if (this.founded === null) throw new Error("the story has not begun");
    return this.founded;
  }

  get quarter(): SmallQuarter {
    if (this.opened === null) throw new Error("the quarter is not open");
    return this.opened;
  }
}

export const story = new Story();

export const test = base.extend<{ seat: (role: Role) => Promise<Page> }>({
  /** Somebody of the small company at the browser. */
  seat: ({ stranger }, use) =>
    use(async (role) => stranger({ at: await story.company.browserOf(role) })),
});
