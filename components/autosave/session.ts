import type { KeptBox } from "@/components/ui/kept/kept";
import type { NoAnswer } from "@/lib/commands/client";
import type { Refusal, Success } from "@/lib/errors/outcome";
import { freshSlot, isUnsaved, keepOurs, recall, reconcileAll, takeTheirs } from "./reconcile";
import type { Closed, Held, Keyed, Kind, SaveProgress, SessionSnapshot, Slot } from "./types";
import { parseUnsent, unsentIn } from "./unsent";

interface Saved {
  readonly version: number;
  readonly value: { readonly savedAt: string };
}

type Refused<Item extends Keyed> = Refusal<{ readonly stale: Held<Item> }> | NoAnswer;
export type Saving<Item extends Keyed> = Success<Saved> | Refused<Item>;

export interface SessionOptions<Item extends Keyed> {
  readonly kind: Kind<Item>;
  readonly appraisalId: string;
  readonly version: number;
  readonly state: string;
  readonly values: readonly Item[];
  readonly send: (input: {
    appraisalId: string;
    version: number;
    value: Item;
  }) => Promise<Saving<Item>>;
}

const TYPING_PAUSE = 800;
/** Items sent without an answer that are remembered as ours. */
const REMEMBERED = 20;
const RETRY_FIRST = 1_000;
const RETRY_LAST = 30_000;
/** Each stale answer brings the newest version along, so more than a few in a row is a fault, not bad luck. */
const STALE_LIMIT = 5;

const closing: readonly string[] = [
  "wrong_state",
  "cycle_closed",
  "window_closed",
  "window_not_open",
  "sheet_ended",
  "cycle_paused",
  "not_found",
] satisfies readonly Closed[];

function isClosed(code: string): code is Closed {
  return closing.includes(code);
}

/**
 * What one page holds of one side's sheet, or of one record: keeps what was typed, saves it item by item with one request under way,
 * and never lets it go over something this page has not seen. Knows nothing of React; time comes from timers only.
 */
export class SaveSession<Item extends Keyed> {
  private snapshot: SessionSnapshot<Item>;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private failures = 0;
  private box: KeptBox | null = null;

  constructor(private readonly options: SessionOptions<Item>) {
    const { version, state, values } = options;
    const slots = Object.fromEntries(values.map((value) => [value.key, freshSlot(value)]));
    this.snapshot = { version, state, slots, progress: { kind: "idle" }, closed: null };
  }

  readonly read = (): SessionSnapshot<Item> => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get unsaved(): boolean {
    return Object.values(this.snapshot.slots).some(isUnsaved);
  }

  /**
   * From now on what is not acknowledged lies in the box, too. What a page before this one left there is laid over what
   * the server gave, unless this session was already at work.
   */
  readonly keepIn = (box: KeptBox): void => {
    if (this.box !== null) return;
    for (const [key, json] of Object.entries(box.read())) {
      const unsent = parseUnsent(json, this.options.kind.is);
      const slot = this.snapshot.slots[key];
      if (unsent !== null && slot !== undefined && !isUnsaved(slot))
        this.setSlot(key, recall(slot.base, unsent));
    }
    this.box = box;
    this.putAway();
    if (this.nextKey() !== null) this.update({ progress: { kind: "unsaved" } });
    if (this.nextKey() !== null) this.saveIn(TYPING_PAUSE);
  };

  readonly edit = (key: string, change: (value: Item) => Item): void => {
    const slot = this.snapshot.slots[key];
    if (slot === undefined || this.snapshot.closed !== null) return;
    this.setSlot(key, { ...slot, ours: change(slot.ours), faults: {} });
    const { kind } = this.snapshot.progress;
    if (kind !== "saving" && kind !== "offline") this.update({ progress: { kind: "unsaved" } });
    this.saveIn(TYPING_PAUSE);
  };

  /** Saves what is open now. False when something could not be saved. */
  readonly flush = async (): Promise<boolean> => {
    this.stopTimer();
    await this.pump();
    // Typing may have gone on while the last request was under way.
    if (this.nextKey() !== null && this.failures === 0) await this.pump();
    return !this.unsaved;
  };

  readonly keepOurs = (key: string): void => {
    this.change(key, keepOurs);
    this.saveIn(0);
  };

  readonly takeTheirs = (key: string): void => {
    this.change(key, takeTheirs);
    if (!this.unsaved) this.update({ progress: { kind: "idle" } });
  };

  /** Takes in what the server holds, e.g. from a stale submission or a page opened again. */
  readonly adopt = (held: Held<Item>): void => {
    const moved = held.state !== this.snapshot.state;
    this.update({
      version: held.version,
      slots: reconcileAll(this.snapshot.slots, held.values, this.options.kind.empty),
      ...(moved ? { closed: "wrong_state" as const } : {}),
    });
  };

  /** The stage's own command went through: nothing more to write here. */
  readonly finish = (version: number): void => {
    this.stopTimer();
    this.update({ version, closed: "wrong_state" });
  };

  readonly close = (code: string): void => {
    if (isClosed(code)) this.update({ closed: code });
  };

  private pump(): Promise<void> {
    this.running ??= this.saveAll().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async saveAll(): Promise<void> {
    let stale = 0;
    for (let key = this.nextKey(); key !== null; key = this.nextKey()) {
      const went = await this.saveOne(key);
      if (went === "stop") return;
      stale = went === "stale" ? stale + 1 : 0;
      if (stale >= STALE_LIMIT) {
        this.retryLater({ kind: "failed", code: "stale" });
        return;
      }
    }
  }

  /** What is in dispute or refused for its content waits for the person. */
  private nextKey(): string | null {
    if (this.snapshot.closed !== null) return null;
    const waiting = Object.entries(this.snapshot.slots).find(
      ([, slot]) =>
        isUnsaved(slot) && slot.theirs === null && Object.keys(slot.faults).length === 0,
    );
    return waiting?.[0] ?? null;
  }

  private async saveOne(key: string): Promise<"on" | "stale" | "stop"> {
    const slot = this.snapshot.slots[key];
    if (slot === undefined) return "stop";
    const sent = slot.ours;
    const before = slot.sent.filter((value) => value !== sent).slice(1 - REMEMBERED);
    this.setSlot(key, { ...slot, sent: [...before, sent] });
    this.update({ progress: { kind: "saving" } });
    const { appraisalId } = this.options;
    const answer = await this.options.send({
      appraisalId,
      version: this.snapshot.version,
      value: sent,
    });
    if (answer.ok) {
      this.failures = 0;
      this.change(key, (now) => ({ ...now, base: sent, sent: [] }));
      this.update({
        version: answer.value.version,
        progress: { kind: "saved", at: answer.value.value.savedAt },
      });
      return "on";
    }
    return this.refused(key, sent, answer);
  }

  private refused(key: string, sent: Item, answer: Refused<Item>): "on" | "stale" | "stop" {
    if (answer.code === "stale" && answer.data !== undefined) {
      this.adopt(answer.data);
      this.update({ progress: { kind: this.unsaved ? "unsaved" : "idle" } });
      return "stale";
    }
    const progress: SaveProgress =
      answer.code === "offline" ? { kind: "offline" } : { kind: "failed", code: answer.code };
    if (answer.code === "invalid_input" && answer.fields !== undefined) {
      const faults = this.options.kind.faultsIn(answer.fields, sent);
      this.change(key, (now) => (now.ours === sent ? { ...now, sent: [], faults } : now));
      this.update({ progress });
      return "on";
    }
    if (isClosed(answer.code)) {
      this.update({ progress, closed: answer.code });
      return "stop";
    }
    this.retryLater(progress);
    return "stop";
  }

  private retryLater(progress: SaveProgress): void {
    this.update({ progress });
    this.saveIn(Math.min(RETRY_LAST, RETRY_FIRST * 2 ** this.failures));
    this.failures += 1;
  }

  private saveIn(delay: number): void {
    this.stopTimer();
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.pump();
    }, delay);
  }

  private stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private change(key: string, change: (slot: Slot<Item>) => Slot<Item>): void {
    const slot = this.snapshot.slots[key];
    if (slot !== undefined) this.setSlot(key, change(slot));
  }

  private setSlot(key: string, slot: Slot<Item>): void {
    this.update({ slots: { ...this.snapshot.slots, [key]: slot } });
  }

  private putAway(): void {
    this.box?.write(unsentIn(this.snapshot.slots));
  }

  private update(part: Partial<SessionSnapshot<Item>>): void {
    this.snapshot = { ...this.snapshot, ...part };
    if (part.slots !== undefined) this.putAway();
    for (const listener of this.listeners) listener();
  }
}
