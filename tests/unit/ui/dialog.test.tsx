import { NextIntlClientProvider } from "next-intl";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { Dialog } from "@/components/ui/overlay/dialog";
import common from "@/messages/zh/common.json";

it("a dialog that is open from the beginning waits for the browser", () => {
  const html = renderToString(
    <NextIntlClientProvider locale="zh" messages={{ common }} timeZone="UTC">
      <Dialog open onOpenChange={() => undefined} title="退回" keep={null} />
    </NextIntlClientProvider>,
  );
  expect(html).toBe("");
});
