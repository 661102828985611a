import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { ServerResponse } from "node:http";

/**
 * Next answers a page that failed 500 whatever failed. Where it was the database that is away, the answer is 503: browsers,
 * proxies and those who watch over them know then that the same may be asked again.
 */
export function noteAbsence(): void {
  const answering = new AsyncLocalStorage<{ databaseAway: boolean }>();
  globalThis.tongguanAnswering = answering;
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("response" in message)) return;
    const { response } = message;
    if (!(response instanceof ServerResponse)) return;
    const noted = { databaseAway: false };
    answering.enterWith(noted);
    response.writeHead = new Proxy(response.writeHead.bind(response), {
      apply(writeHead, self, [status, ...rest]: readonly unknown[]) {
        const away = status === 500 && noted.databaseAway;
        if (away) response.setHeader("Retry-After", "5");
        const answer: unknown = Reflect.apply(writeHead, self, [away ? 503 : status, ...rest]);
        return answer;
      },
    });
  });
}
