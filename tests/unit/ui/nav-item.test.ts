import { expect, it } from "vitest";
import { currentHref } from "@/components/shell/nav/nav-item";

const items = [{ href: "/" }, { href: "/team" }, { href: "/team/second" }];

it.each([
  ["/", "/"],
  ["/team", "/team"],
  ["/team/0010472", "/team"],
  ["/team/second/7", "/team/second"],
  ["/teams", null],
  ["/library", null],
])("%s belongs to %s", (pathname, href) => {
  expect(currentHref(pathname, items)).toBe(href);
});
