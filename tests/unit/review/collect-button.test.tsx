import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CollectButton } from "@/components/dossier/basket/collect-button";
import type { Collected } from "@/components/dossier/basket/use-basket";
import dossier from "@/messages/en/dossier.json";

// Pages rendered without a browser have no clicks: the button hands its own over.
const page = vi.hoisted(() => ({
  click: (): void => undefined,
  toasts: new Array<{ readonly title: string; readonly tone?: string | undefined }>(),
  forgotten: new Array<string>(),
}));
vi.mock(import("@/components/ui/actions/button"), async (original) => ({
  ...(await original()),
  Button: ({ onClick, children }) => {
    page.click = () => {
      Reflect.apply(onClick ?? (() => undefined), undefined, []);
    };
    return <button type="button">{children}</button>;
  },
}));
vi.mock(import("@/components/ui/feedback/toast"), async (original) => ({
  ...(await original()),
  useToast: () => (toast) => void page.toasts.push(toast),
}));
vi.mock(import("@/components/ui/kept/kept"), async (original) => ({
  ...(await original()),
  useForgetKept: () => (form) => void page.forgotten.push(form),
}));

const draft: Collected = {
  value: "integrity",
  rung: 3,
  caseId: null,
  caseReason: null,
  reason: "Which day was it?",
};

function shown(keeps: boolean, onCollected: () => void): string {
  const basket = { items: [], add: () => keeps, drop: () => undefined, empty: () => undefined };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ dossier }} timeZone="UTC">
      <CollectButton {...{ basket, draft, onCollected }} typed keep="form" />
    </NextIntlClientProvider>,
  );
}

describe("a reason set aside", () => {
  beforeEach(() => {
    page.toasts = [];
    page.forgotten = [];
  });

  it("is said to be kept in the tab before it is set aside", () => {
    expect(shown(true, () => undefined)).toContain(dossier.basket.kept);
  });

  it("leaves the form once it is kept", () => {
    const onCollected = vi.fn();
    shown(true, onCollected);
    page.click();
    expect(onCollected).toHaveBeenCalledOnce();
    expect(page.forgotten).toEqual(["form"]);
    expect(page.toasts).toEqual([{ title: "Set aside. 1 reason to return" }]);
  });

  it("stays in its field where the browser keeps nothing, and the page says so", () => {
    const onCollected = vi.fn();
    shown(false, onCollected);
    page.click();
    expect(onCollected).not.toHaveBeenCalled();
    expect(page.forgotten).toEqual([]);
    expect(page.toasts).toEqual([{ tone: "danger", title: dossier.basket.notKept }]);
  });
});
