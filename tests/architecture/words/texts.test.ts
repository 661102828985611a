import { describe, expect, test } from "vitest";
import { application } from "../law/source";
import { textInCode, textInTags, textInToasts } from "../law/words/texts";

const views = application.filter(({ path }) => path.endsWith(".tsx"));
// Scoring explains itself on a command line too, and the language service names languages and dates:
// both carry their words for every language as data.
const silent = application.filter(({ path }) => !/^lib\/(scoring|i18n)\//.test(path));

test("texts are in messages/, not in code", () => {
  expect(textInCode(silent)).toEqual([]);
  expect(textInTags(views)).toEqual([]);
  expect(textInToasts(application)).toEqual([]);
});

const at = (text: string) => [{ path: "components/people/list.tsx", text }];

describe("the checks see what they look for", () => {
  test.each(["const t = '自评';", "const t = `第 ${n} 季度`;", "const t = <p>提交</p>;"])(
    "Chinese in code: %s",
    (text) => {
      expect(textInCode(at(text)).length).toBeGreaterThan(0);
    },
  );

  test("a comment may be in Chinese", () => {
    expect(textInCode(at(`// 不支持 / 不匹配\nconst a = 1;`))).toEqual([]);
  });

  test.each([
    `<p>Save</p>`,
    `<p>{"Save"}</p>`,
    "<p>{`Save`}</p>",
    "<p>{`Save ${name}`}</p>",
    "<p>{`${name} saved`}</p>",
    `<p>{done ? "Saved" : text("save")}</p>`,
    `<p>{done ? text("save") : (other ?? "Saved")}</p>`,
    `<p>{done && "Saved"}</p>`,
    `<p>{"Saved by " + name}</p>`,
    '<p>{`${count} ${count === 1 ? "person" : "people"}`}</p>',
    `<p>{["Saved"]}</p>`,
    `<img alt="Logo" />`,
    `<img alt={"Logo"} />`,
    `<Field label={required ? "Name" : text("name")} />`,
  ])("in a tag: %s", (text) => {
    expect(textInTags(at(`const t = ${text};`))).toHaveLength(1);
  });

  test.each([
    `<p>{text("save")} · {" "}</p>`,
    `<p>{kind === "returned" ? text("returned") : null}</p>`,
    `<p>{kind === "returned" && <b>{name}</b>}</p>`,
    '<p className={`card ${wide ? "wide" : ""}`}>{words[kind]}</p>',
    "<p>{text(`state.${state}`)}</p>",
    `<Field label={text("name")} kind="date" />`,
  ])("no text in a tag: %s", (text) => {
    expect(textInTags(at(`const t = ${text};`))).toEqual([]);
  });

  test.each([
    `toast({ title: "Saved" });`,
    "toast({ title: `${name} saved` });",
    `toast({ title: text("done"), action: { label: "Undo", onAction: undo } });`,
    `toast({ title: done ? "Saved" : text("failed"), tone: "danger" });`,
    `window.confirm("Leave?");`,
  ])("in a toast: %s", (text) => {
    expect(textInToasts(at(text))).toHaveLength(1);
  });

  test("a toast with its text from messages/", () => {
    const text = `toast({ title: text("done", { name }), tone: "danger", action: { label: actions("undo") } });`;
    expect(textInToasts(at(text))).toEqual([]);
  });
});
