import { addDays } from "@/lib/i18n/zone";
import { personIn, team } from "../../../support/e2e/company/cast";
import { lowest, usual } from "../../../support/e2e/company/quarter";
import { today } from "../../../support/e2e/company/small-company";
import { expect } from "../../../support/e2e/fixtures";
import { DelegationRoom, HandOverRoom, PersonRoom } from "../../../support/e2e/rooms/office-pages";
import { SecondLevelRoom } from "../../../support/e2e/rooms/review-pages";
import { ScoringPage } from "../../../support/e2e/rooms/scoring-page";
import { name, secret, story, t, test } from "./story";

/** Who holds a sheet changes: it is handed over, its manager leaves, the second level is away. */
export function holders(): void {
  test("a sheet is handed over with its draft: the successor goes on, the former holder sees nothing", async ({
    seat,
  }) => {
    const { company, quarter } = story;
    await quarter.score("leaver", "top", { "customer-first": 10 });
    await quarter.score("leaver", "half", { passion: 1 });
    const office = new HandOverRoom(await seat("admin"));
    await office.open(company.idOf("leaver"));
    await office.choose(name("top"));
    const to = personIn("successor").number;
    await office.give(1, { to, way: "sealed", reason: "本月底离职", note: secret.note });

    for (const room of ["/manager-scoring/:id", "/appraisals/:id/trail"]) {
      expect(await quarter.page("leaver", room, "top"), room).toBe(404);
      expect(await quarter.page("successor", room, "top"), room).toBe(200);
    }
    const target = await quarter.target("top");
    expect(await company.tries("leaver", "manager-scoring.submit", target)).toBe("not_found");
    const scoring = new ScoringPage(await seat("successor"));
    await scoring.open(target.appraisalId);
    const from = name("leaver");
    await expect(scoring.page.getByText(t("hand-over.taker.sealed", { from }))).toBeVisible();
    await expect(scoring.page.getByText(secret.note)).toBeVisible();
    await scoring.show("customer-first");
    await expect(scoring.verdict("customer-first", 5, "met")).toHaveAttribute(
      "aria-pressed",
      "true",
    );

    const own = await seat("top");
    await own.goto(`/self-review/${target.appraisalId}`);
    const told = t("hand-over.responsible", { when: "@", to: name("successor"), from });
    await expect(own.getByText(told.split("@")[1]?.trim() ?? told)).toBeVisible();
    expect(await own.content()).not.toContain(secret.note);
  });

  test("a manager leaves: nothing happens before the sheets are given on, then the account is off", async ({
    seat,
    expectErrors,
  }) => {
    const { company, quarter } = story;
    expectErrors(/status of 409/);
    const office = new PersonRoom(await seat("admin"));
    await office.open(company.idOf("leaver"));
    await office.askToLeave();
    const asked = t("hand-over.touched.title", { count: team.length - 1 });
    await expect(office.page.getByText(asked)).toBeVisible();
    expect((await company.as("leaver").get("/", { maxRedirects: 0 })).status()).toBe(200);
    const to = personIn("successor").number;
    await office.decide({ to, way: "continue", reason: "离职" });
    await office.confirmLeave();
    await expect(office.page.getByText(t("people.leave.leftNote"))).toBeVisible();

    expect((await company.as("leaver").get("/", { maxRedirects: 0 })).status()).toBe(307);
    const page = await seat("successor");
    await page.goto("/manager-scoring");
    for (const role of team)
      await expect(page.getByRole("link", { name: name(role), exact: true })).toBeVisible();
    // What was scored before stays as it was left.
    const scores = {
      ...{ plain: usual, other: usual, last: usual, low: lowest },
      top: { ...usual, "customer-first": undefined },
      half: { ...usual, "embrace-change": 7, integrity: 7, dedication: 7, passion: undefined },
    };
    for (const role of team) await quarter.score("successor", role, scores[role]);
    for (const role of team.filter((one) => one !== "top"))
      await quarter.handInScores("successor", role);
    const scoring = new ScoringPage(page);
    await scoring.open((await quarter.sheet("top")).id);
    await scoring.submit();
    expect(await quarter.stateOf("top")).toBe("second_level");
  });

  test("the second level is on leave: the deputy agrees in her name, and that is what all read", async ({
    seat,
  }) => {
    const { company, quarter } = story;
    expect(await quarter.page("deputy", "/second-level/:id", "half")).toBe(404);
    const delegation = new DelegationRoom(await seat("away"));
    await delegation.open();
    await delegation.name(personIn("deputy"), "second_level", addDays(today(), 20));
    await company.sendOnLeave("away", await quarter.idsOf(team));

    const room = new SecondLevelRoom(await seat("deputy"));
    await room.open();
    await room.openSheet(name("half"));
    await room.agree("事实清楚。");
    expect(await quarter.page("deputy", "/manager-scoring/:id", "half")).toBe(404);
    await quarter.agree("deputy", "top", "low", "plain", "other");

    const signed = t("common.words.signedFor", { name: name("deputy"), absent: name("away") });
    const trail = await seat("successor");
    await trail.goto(`/appraisals/${(await quarter.sheet("half")).id}/trail`);
    const sentence = t("trail.events.second_level.agreed", { name: signed });
    await expect(trail.getByText(sentence).first()).toBeVisible();
    await delegation.page.reload();
    const act = t("delegation.acts.row", {
      ...{ deputy: name("deputy"), what: t("delegation.acts.kinds.second_level_agreed") },
      ...{ employee: name("half"), number: personIn("half").number },
    });
    await expect(delegation.page.getByText(act)).toBeVisible();
  });
}
