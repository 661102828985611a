import { expect, it } from "vitest";
import { currentHref } from "@/components/shell/nav/nav-item";

const items = [
  { href: "/" },
  { href: "/team" },
  { href: "/team/second" },
  { href: "/mine", also: ["/self-review"] },
];

it.each([
  ["/", "/"],
  ["/team", "/team"],
  ["/team/0010472", "/team"],
  ["/team/second/7", "/team/second"],
  ["/self-review/7", "/mine"],
  ["/self-reviews", null],
  ["/teams", null],
  ["/library", null],
])("%s belongs to %s", (pathname, href) => {
  expect(currentHref(pathname, items)).toBe(href);
});
