import { spawn } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../root";
import { leash, send, waitForEnd } from "../processes";
import { Refusal } from "../terminal";
import { nextCli } from "./build";

interface Options {
  mode: "start" | "dev";
  port: number;
  env: NodeJS.ProcessEnv;
  /** Of the built application; absent: this one. */
  folder?: string;
  /** Where the application's own lines go; absent: to this process's output. */
  write?: (text: string) => void;
}

export interface NextProcess {
  pid: number;
  onCrash: (report: () => void) => void;
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

/** Another program answering on the port is not enough: our process must live and say so. */
async function becomesReady(state: { ended: boolean; early: string }, port: number) {
  const until = performance.now() + 60_000;
  while (!state.ended && performance.now() < until) {
    if (state.early.includes("Ready") && (await answers(port))) return true;
    await sleep(100);
  }
  return false;
}

/** `next start` waits for the browsers' keep-alive connections, which may take for ever. */
const drainMilliseconds = 5_000;

export async function startNext({ mode, port, env, folder, write }: Options): Promise<NextProcess> {
  // A process group of its own: Ctrl-C reaches us only, and we end things in the right order.
  const child = spawn(process.execPath, [nextCli(), mode, "--port", String(port)], {
    cwd: folder ?? root,
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
  const state = { ended: false, stopping: false, ready: false, early: "" };
  const pass = (chunk: Buffer) => {
    if (!state.ready) state.early = (state.early + chunk.toString()).slice(-8_000);
    else if (write) write(chunk.toString());
    else process.stdout.write(chunk);
  };
  stdout.on("data", pass);
  stderr.on("data", pass);
  child.once("exit", () => (state.ended = true));
  const stop = async () => {
    state.stopping = true;
    guard.kill("SIGKILL");
    if (state.ended) return;
    send(pid, "SIGTERM");
    if (!(await waitForEnd(pid, drainMilliseconds))) send(-pid, "SIGKILL");
    await waitForEnd(pid, 2_000);
  };
  state.ready = await becomesReady(state, port);
  if (!state.ready) {
    await stop();
    throw new Refusal(
      `网站未能启动：\n${state.early.trim()}`,
      "The web server did not start (its last output is above).",
    );
  }
  return {
    pid,
    stop,
    onCrash: (report) => {
      child.once("exit", () => {
        if (!state.stopping) report();
      });
    },
  };
}
