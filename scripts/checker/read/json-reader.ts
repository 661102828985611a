import { Tokenizer, TokenType } from "@streamparser/json";
import { Unreadable } from "../faults";

export type Step = string | number;
export type JsonFaultCode = "unexpected" | "ended" | "not-utf8" | "too-deep" | "too-large";

/** The text stops being JSON at this byte; nothing after it can be read. */
export class JsonFault extends Error {
  constructor(
    readonly code: JsonFaultCode,
    readonly offset: number,
    readonly path: readonly Step[],
    /** What was to come there. */
    readonly awaited: Awaited,
  ) {
    super(code);
  }
}

type Frame = {
  readonly node: Record<string, unknown> | unknown[];
  readonly isArray: boolean;
  /** The items of this list are handed out one by one and not kept. */
  readonly handedOut: boolean;
  step: Step;
};

export type JsonEvents = {
  /** The member of the top object whose items are handed out. */
  readonly list: string;
  readonly onListBegin?: () => void;
  readonly onItem: (item: unknown, index: number) => void;
  /** A member of the top object, whole. The list itself only when it is no list. */
  readonly onMember: (key: string, value: unknown) => void;
  /** A document that is no object. */
  readonly onOther: (value: unknown) => void;
  readonly onRepeatedKey: (path: readonly Step[]) => void;
  /** A key no document can have: it would set what an object inherits. It is reported and left out. */
  readonly onUnknownKey: (path: readonly Step[]) => void;
};

export type Awaited =
  "value" | "value-or-end" | "key-or-end" | "key" | "colon" | "comma-or-end" | "nothing";

const DEEPEST = 64;
/** More parts than the largest framework or sheet that could be valid. */
const MOST_PARTS = 100_000;

/**
 * Builds values from tokens in one pass and lets go of each item of one top-level list as soon as it is whole, so
 * memory does not grow with the file. Stricter than `JSON.parse`: repeated keys are reported, depth and size are bounded.
 */
export class JsonReader {
  private readonly tokenizer = new Tokenizer();
  private readonly stack: Frame[] = [];
  private awaited: Awaited = "value";
  private parts = 0;
  private written = 0;

  constructor(private readonly events: JsonEvents) {
    this.tokenizer.onToken = ({ token, value, offset }) => {
      this.take(token, value, offset);
    };
  }

  path(): Step[] {
    return this.stack.map((frame) => frame.step);
  }

  /** Throws JsonFault. */
  write(chunk: Uint8Array) {
    try {
      this.tokenizer.write(chunk);
    } catch (error) {
      throw this.located(error);
    }
    this.written += chunk.length;
  }

  /** Throws JsonFault. */
  end() {
    try {
      this.tokenizer.end();
    } catch (error) {
      // A number at the top level is whole only here: what its taker says is no fault of the JSON.
      if (error instanceof Unreadable) throw error;
      throw this.fault("ended", this.written);
    }
    if (this.awaited !== "nothing") throw this.fault("ended", this.written);
  }

  private fault(code: JsonFaultCode, offset: number): JsonFault {
    return new JsonFault(code, offset, this.path(), this.awaited);
  }

  private located(error: unknown): unknown {
    if (!(error instanceof Error) || error instanceof JsonFault) return error;
    if ("code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      return this.fault("not-utf8", this.written);
    const at = /absolute position "(\d+)"/.exec(error.message);
    if (at === null) return error;
    return this.fault("unexpected", Number(at[1]));
  }

  private take(token: TokenType, value: unknown, offset: number) {
    if (!this.accepts(token, value, offset)) throw this.fault("unexpected", offset);
  }

  private accepts(token: TokenType, value: unknown, offset: number): boolean {
    switch (this.awaited) {
      case "nothing":
        return false;
      case "value":
        return this.value(token, value, offset);
      case "value-or-end":
        return this.close(token) || this.value(token, value, offset);
      case "colon":
        if (token === TokenType.COLON) this.awaited = "value";
        return token === TokenType.COLON;
      case "comma-or-end":
        return this.close(token) || this.nextItem(token);
      case "key":
        return this.key(token, value);
      case "key-or-end":
        return this.close(token) || this.key(token, value);
    }
  }

  private nextItem(token: TokenType): boolean {
    const top = this.stack.at(-1);
    if (top === undefined || token !== TokenType.COMMA) return false;
    this.awaited = top.isArray ? "value" : "key";
    if (typeof top.step === "number") top.step += 1;
    return true;
  }

  private key(token: TokenType, value: unknown): boolean {
    const top = this.stack.at(-1);
    if (top === undefined || token !== TokenType.STRING) return false;
    const name = String(value);
    top.step = name;
    if (name === PROTOTYPE) this.events.onUnknownKey(this.path());
    else if (Object.hasOwn(top.node, name)) this.events.onRepeatedKey(this.path());
    this.awaited = "colon";
    return true;
  }

  private value(token: TokenType, value: unknown, offset: number): boolean {
    this.parts += 1;
    if (this.parts > MOST_PARTS) throw this.fault("too-large", offset);
    switch (token) {
      case TokenType.LEFT_BRACE:
        this.open(false, offset);
        return true;
      case TokenType.LEFT_BRACKET:
        this.open(true, offset);
        return true;
      case TokenType.STRING:
      case TokenType.NUMBER:
      case TokenType.TRUE:
      case TokenType.FALSE:
      case TokenType.NULL:
        this.place(value);
        return true;
      default:
        return false;
    }
  }

  private open(isArray: boolean, offset: number) {
    if (this.stack.length >= DEEPEST) throw this.fault("too-deep", offset);
    const top = this.stack.at(-1);
    const handedOut = isArray && this.stack.length === 1 && top?.step === this.events.list;
    if (handedOut) this.events.onListBegin?.();
    this.stack.push({ node: isArray ? [] : {}, isArray, handedOut, step: isArray ? 0 : "" });
    this.awaited = isArray ? "value-or-end" : "key-or-end";
  }

  private close(token: TokenType): boolean {
    const top = this.stack.at(-1);
    const closing = top?.isArray === true ? TokenType.RIGHT_BRACKET : TokenType.RIGHT_BRACE;
    if (top === undefined || token !== closing) return false;
    this.stack.pop();
    this.place(top.handedOut ? HANDED_OUT : top.node);
    return true;
  }

  /** Puts a whole value where it belongs: the list's items and the top members are handed out. */
  private place(value: unknown) {
    const top = this.stack.at(-1);
    this.awaited = top === undefined ? "nothing" : "comma-or-end";
    if (top === undefined) {
      if (!isObject(value)) this.events.onOther(value);
      return;
    }
    if (top.handedOut) {
      this.parts = 0;
      this.events.onItem(value, Number(top.step));
      return;
    }
    if (Array.isArray(top.node)) {
      top.node.push(value);
      return;
    }
    const key = String(top.step);
    // Plain assignment to this one name would change what the object inherits.
    if (key === PROTOTYPE) return;
    const isMember = this.stack.length === 1;
    top.node[key] = isMember ? true : value;
    if (!isMember) return;
    this.parts = 0;
    if (value !== HANDED_OUT) this.events.onMember(key, value);
  }
}

const HANDED_OUT = Symbol("handed out");

const PROTOTYPE = "__proto__";

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
