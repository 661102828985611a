import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { appraisalOf } from "../../support/e2e/database";
import { expect, test } from "../../support/e2e/fixtures";
import { textsIn } from "../../support/e2e/texts";

// Two languages, each laid out on paper: on a busy machine the usual minute is short.
test.setTimeout(120_000);

/** How many sheets of paper a page takes; the paper itself is kept beside the test's results. */
async function sheetsOf(page: Page, file: string): Promise<number> {
  const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await writeFile(file, paper);
  return paper.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** English takes more room, most of all where the machine has only wide letters. */
const papers = [
  ["a result", "lan.ting", "lan.ting", "/results/", { zh: 4, en: 5 }],
  ["an interview", "fan.xin", "lv.heng", "/interview/", { zh: 2, en: 2 }],
] as const;

for (const [what, reader, whose, path, most] of papers) {
  test(`${what} prints on at most ${most.zh} sheets, with places to sign and no navigation`, async ({
    as,
  }, info) => {
    for (const locale of ["zh", "en"] as const) {
      const page = await as(reader, { locale });
      await page.goto(`${path}${(await appraisalOf(whose)).id}`);
      await expect(page.getByTestId("sign")).toBeHidden();
      await page.emulateMedia({ media: "print" });
      await expect(page.getByTestId("sign")).toContainText(textsIn(locale)("result.sign.manager"));
      for (const role of ["navigation", "button"] as const)
        await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0);
      const sheets = await sheetsOf(page, info.outputPath(`${locale}.pdf`));
      expect(sheets).toBeGreaterThan(0);
      expect(sheets).toBeLessThanOrEqual(most[locale]);
    }
  });
}
