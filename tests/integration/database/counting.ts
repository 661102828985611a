import pg from "pg";

const frame = /^(BEGIN|COMMIT|ROLLBACK)/;
let heard: string[] | null = null;

function textOf(query: unknown): string {
  const text: unknown = typeof query === "object" && query ? Reflect.get(query, "text") : query;
  return typeof text === "string" ? text : "";
}

// Every statement of the application passes here, whoever wrote it; there is no other place that sees them all.
Reflect.set(
  pg.Client.prototype,
  "query",
  new Proxy(Reflect.get(pg.Client.prototype, "query"), {
    apply(send, client, args: unknown[]) {
      heard?.push(textOf(args[0]));
      const answer: unknown = Reflect.apply(send, client, args);
      return answer;
    },
  }),
);

/** The statements `work` sends, without the frame of transactions. One at a time: it counts everybody's. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const own: string[] = [];
  heard = own;
  try {
    await work();
  } finally {
    heard = null;
  }
  return own.filter((text) => !frame.test(text));
}
