import { spawn } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../database/engine";
import { leash, send, waitForEnd } from "../processes";
import { Refusal } from "../terminal";
import { nextCli } from "./build";

interface Options {
  mode: "start" | "dev";
  port: number;
  env: NodeJS.ProcessEnv;
  /** Where the application's own lines go; absent: to this process's output. */
  write?: (text: string) => void;
}

export interface NextProcess {
  onCrash: (tell: () => void) => void;
  stop: () => Promise<void>;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}

/** `next start` waits for the browsers' keep-alive connections, which may take for ever. */
const drainMilliseconds = 5_000;

export async function startNext({ mode, port, env, write }: Options): Promise<NextProcess> {
  // A process group of its own: Ctrl-C reaches us only, and we end things in the right order.
  const child = spawn(process.execPath, [nextCli(), mode, "--port", String(port)], {
    cwd: root,
    detached: true,
    env: {
      ...env,
      NODE_ENV: mode === "dev" ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid, stdout, stderr } = child;
  if (pid === undefined) throw new Error("next did not start");
  const group = String(-pid);
  const guard = leash(`kill -TERM ${group}; sleep 3; kill -KILL ${group}`);
  let ended = false;
  let stopping = false;
  let ready = false;
  let early = "";
  const pass = (chunk: Buffer) => {
    if (!ready) early = (early + chunk.toString()).slice(-8_000);
    else if (write) write(chunk.toString());
    else process.stdout.write(chunk);
  };
  stdout.on("data", pass);
  stderr.on("data", pass);
  child.once("exit", () => (ended = true));
  const until = performance.now() + 60_000;
  // The answer must be ours: another program on the port makes our process end.
  while (!ended && !(early.includes("Ready") && (await answers(port)))) {
    if (performance.now() > until) break;
    await sleep(100);
  }
  const stop = async () => {
    stopping = true;
    guard.kill("SIGKILL");
    if (ended) return;
    send(pid, "SIGTERM");
    if (!(await waitForEnd(pid, drainMilliseconds))) send(-pid, "SIGKILL");
    await waitForEnd(pid, 2_000);
  };
  if (ended || performance.now() > until) {
    await stop();
    throw new Refusal(
      `网站未能启动：\n${early.trim()}`,
      "The web server did not start (its last words are above).",
    );
  }
  ready = true;
  return {
    stop,
    onCrash: (tell) => {
      child.once("exit", () => {
        if (!stopping) tell();
      });
    },
  };
}
