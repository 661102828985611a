import { randomBytes } from "node:crypto";
import { freePort } from "../../../scripts/processes";
import { startNext, type NextProcess } from "../../../scripts/serve/next-process";

export interface ServedSite extends Pick<NextProcess, "pid" | "stop"> {
  readonly address: string;
}

interface Serving {
  readonly databaseUrl: string;
  /** Absent: any that is free. */
  readonly port?: number;
  readonly write?: (text: string) => void;
  /** Beside what every site needs. */
  readonly env?: Readonly<Record<string, string>>;
}

export const addressAt = (port: number) => `http://localhost:${port}`;

/** The built application, started as `npm start` does. */
export async function serveSite({
  databaseUrl,
  port: given,
  write = () => undefined,
  env = {},
}: Serving): Promise<ServedSite> {
  const port = given ?? (await freePort());
  const address = addressAt(port);
  const { pid, stop } = await startNext({
    mode: "start",
    port,
    write,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      APP_URL: address,
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
      LOG_LEVEL: "warn",
      ...env,
    },
  });
  return { address, pid, stop };
}
