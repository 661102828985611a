import { describe, expect, it } from "vitest";
import { appraisalStates, ownSteps, stages, stepOf } from "@/lib/appraisal/stages";
import { stagesFor } from "@/lib/self-review/rules";

const windows = stages.map((stage, index) => ({
  stage,
  opensAt: new Date(index * 1000),
  closesAt: new Date(index * 1000 + 500),
}));

describe("the quarter as the employee sees it", () => {
  it.each(appraisalStates)("in %s exactly the steps before the present one are done", (state) => {
    const shown = stagesFor(state, windows);
    expect(shown.map(({ step }) => step)).toEqual(ownSteps);
    const at = ownSteps.indexOf(stepOf(state));
    const finished = state === "acknowledged";
    expect(shown.map((stage) => stage.state)).toEqual(
      ownSteps.map((_, index) =>
        index < at ? "done" : index > at ? "todo" : finished ? "done" : "current",
      ),
    );
  });

  it("the review opens with the second level and closes with the approval", () => {
    const review = stagesFor("self_review", windows).find(({ step }) => step === "review");
    expect(review).toMatchObject({ opensAt: new Date(2000), closesAt: new Date(4500) });
  });

  it("a step without a window has no dates", () => {
    expect(stagesFor("self_review", [])[0]).toMatchObject({ opensAt: null, closesAt: null });
  });
});
