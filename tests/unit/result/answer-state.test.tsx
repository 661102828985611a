import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnswerState } from "@/components/result/answer/answer-state";
import type { Answer, Result } from "@/lib/result/types";
import common from "@/messages/zh/common.json";
import errors from "@/messages/zh/errors.json";
import result from "@/messages/zh/result.json";

const at = new Date("2026-11-21T02:00:00Z");
const reserved: Answer = { kind: "reserved", text: "客户第一一项，我看法不同。", at };
const objected: Answer = { kind: "objected", text: "诚信一项的事实有出入。", at };

type Shown = Pick<Result, "answers" | "own" | "answerShut">;

function drawn(shown: Shown) {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale="zh"
      messages={{ common, errors, result }}
      timeZone="Asia/Shanghai"
    >
      <AnswerState result={shown} />
    </NextIntlClientProvider>,
  );
}

/** What is left where print.css takes away what is not for paper. */
const onPaper = (html: string) => html.replace(/<div class="no-print">.*?<\/div>/gs, "");

describe("the answer on the result", () => {
  it("shows an objection's words on the screen and only that there is one on paper", () => {
    const html = drawn({ answers: [objected], own: true, answerShut: null });
    expect(html).toContain(objected.text);
    expect(onPaper(html)).not.toContain(objected.text);
    expect(onPaper(html)).toContain(result.answer.objected.ownTitle);
    expect(onPaper(html)).toContain(result.answer.objected.hidden);
  });

  it("keeps what was reserved, on paper too, once an objection followed", () => {
    const html = onPaper(drawn({ answers: [reserved, objected], own: false, answerShut: null }));
    expect(html).toContain("已阅，保留意见");
    expect(html).toContain(reserved.text);
    expect(html).toContain(result.answer.objected.title);
  });

  it("says that there is none yet, or why none can be given", () => {
    expect(drawn({ answers: [], own: false, answerShut: null })).toContain(
      result.answer.waiting.title,
    );
    expect(drawn({ answers: [], own: true, answerShut: null })).toBe("");
    expect(drawn({ answers: [], own: true, answerShut: "window_closed" })).toContain(
      result.answer.closedTitle,
    );
  });
});
