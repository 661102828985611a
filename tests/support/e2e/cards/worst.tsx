import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type AbstractIntlMessages, NextIntlClientProvider } from "next-intl";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ApprovalView } from "@/components/approval/approval-view";
import { DecidedView } from "@/components/dossier/decided/decided-view";
import { QueueTable } from "@/components/hr-audit/queue/queue-table";
import { TeamTable } from "@/components/manager-scoring/team/team-table";
import { PeopleTable } from "@/components/people/people-table";
import { ReviewTable } from "@/components/second-level/review-table";
import { defaultTimeZone, type Locale, localeOf } from "@/lib/i18n/locales";
import * as worst from "./rows";

/*
 * The fullest row of each list of people, drawn by the list's own component and written to the standard output as HTML by
 * list: what a test measures does not hang on what other tests did to the demo company before. In a process of its own,
 * as Playwright would draw JSX by its own means.
 */

const messagesOf = (locale: Locale): AbstractIntlMessages => {
  const folder = path.resolve("messages", locale);
  return Object.fromEntries(
    readdirSync(folder).map((file) => [
      path.basename(file, ".json"),
      JSON.parse(readFileSync(path.join(folder, file), "utf8")),
    ]),
  );
};

const nothing = () => undefined;
const router = {
  back: nothing,
  forward: nothing,
  refresh: nothing,
  push: nothing,
  replace: nothing,
  prefetch: nothing,
  experimental_gesturePush: nothing,
  bfcacheId: "",
};

const { now } = worst;
const lists: Readonly<Record<string, ReactNode>> = {
  "/second-level": <ReviewTable group={worst.reviewGroup} chosen={new Set()} onChoose={nothing} />,
  "/manager-scoring": <TeamTable members={worst.teamMembers} now={now} />,
  "/hr-audit": <QueueTable rows={worst.queueRows} now={now} />,
  "/people": <PeopleTable rows={worst.personRows} />,
  "/approvals": <ApprovalView page={worst.topPage} now={now} />,
  "/second-level/decided": (
    <DecidedView page={worst.sheetsDecided} room={{ href: "/second-level", title: "" }} />
  ),
  "/hr-audit/decided": (
    <DecidedView page={worst.valuesDecided} room={{ href: "/hr-audit", title: "" }} />
  ),
};

function drawn(node: ReactNode, locale: Locale): string {
  return renderToStaticMarkup(
    <AppRouterContext value={router}>
      <NextIntlClientProvider
        locale={locale}
        timeZone={defaultTimeZone}
        now={now}
        messages={messagesOf(locale)}
      >
        {node}
      </NextIntlClientProvider>
    </AppRouterContext>,
  );
}

const locale = localeOf(process.argv[2] ?? "");
const html = Object.entries(lists).map(([list, node]) => [list, drawn(node, locale)]);
process.stdout.write(JSON.stringify(Object.fromEntries(html)));
