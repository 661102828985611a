import { team } from "../../support/e2e/company/cast";
import { expect } from "../../support/e2e/fixtures";
import { ending } from "./parts/ending";
import { holders } from "./parts/holders";
import { judges } from "./parts/judges";
import { story, t, test } from "./parts/story";

// A quarter as it goes in real life, from its opening to its end: people leave, are away, come late and fall low. One story
// in parts, on a site of its own.

test.describe.configure({ mode: "serial" });
test.setTimeout(150_000);
test.beforeAll(() => story.begin());
test.afterAll(() => story.end());

test("the quarter is opened with its seed sealed, and the team hands in", async ({ seat }) => {
  await story.openQuarter();
  const { company, quarter } = story;
  const page = await seat("admin");
  await page.goto(`/cycles/${quarter.cycleId}`);
  await expect(page.getByText(t("cycle.sample.sealed"))).toBeVisible();
  story.sealed = await company.one("SELECT hash FROM sample_seed");
  await expect(page.getByText(story.sealed)).toBeVisible();
  expect(await page.content()).not.toContain(await company.one("SELECT seed FROM sample_seed"));
  const answer = await company.as("admin").get(`/cycles/${quarter.cycleId}/sample`);
  expect(answer.status()).toBe(404);

  for (const role of team) await quarter.handInSelf(role, role === "half" ? { passion: 4 } : {});
  expect(await quarter.page("leaver", "/manager-scoring/:id", "low")).toBe(200);
  expect(await quarter.page("successor", "/manager-scoring/:id", "low")).toBe(404);
});

holders();
judges();
ending();
