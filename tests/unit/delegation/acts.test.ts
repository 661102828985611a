import { expect, it } from "vitest";
import { deputyActs } from "@/lib/delegation/types";
import en from "@/messages/en/delegation.json";
import zh from "@/messages/zh/delegation.json";

it("every act has its words in both languages, and no other words are kept", () => {
  const keys = deputyActs.map((kind) => kind.replace(".", "_")).toSorted();
  for (const { acts } of [zh, en]) expect(Object.keys(acts.kinds).toSorted()).toEqual(keys);
});

it("what is taken back or reopened in somebody's name is among them", () => {
  expect(deputyActs).toEqual(
    expect.arrayContaining([
      ...["manager.taken_back", "second_level.taken_back", "hr.taken_back"],
      ...["hr.return_taken_back", "approval.taken_back", "approval.decline_taken_back"],
      ...["hr.reopened", "hr.reopened_self", "interview.arranged"],
    ]),
  );
});
