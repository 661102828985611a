/** The first 32 bits after the point of the `root`-th root of each of the first `count` primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function fractions(count: number, root: (n: number) => number): readonly number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++)
    if (!divisors(n).some((d) => n % d === 0)) found.push(((root(n) % 1) * 2 ** 32) | 0);
  return found;
}

/** One of these divides every n that is no prime. */
function divisors(n: number): readonly number[] {
  return Array.from({ length: Math.floor(Math.sqrt(n)) - 1 }, (_, i) => i + 2);
}

const K = fractions(64, Math.cbrt);
const START = fractions(8, Math.sqrt);
const BLOCK = 64;

const turn = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));

function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / BLOCK) * BLOCK;
  const view = new DataView(new Uint8Array(length).buffer);
  bytes.forEach((byte, i) => view.setUint8(i, byte));
  view.setUint8(bytes.length, 0x80);
  view.setBigUint64(length - 8, BigInt(bytes.length) * 8n);
  return view;
}

function schedule(view: DataView, from: number): readonly number[] {
  const w = Array.from({ length: 16 }, (_, i) => view.getInt32(from + i * 4));
  const at = (i: number) => w[i] ?? 0;
  for (let i = 16; i < 64; i++) {
    const [a, b] = [at(i - 15), at(i - 2)];
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w.push((at(i - 16) + s0 + at(i - 7) + s1) | 0);
  }
  return w;
}

type Words = [number, number, number, number, number, number, number, number];

function compress([a0, b0, c0, d0, e0, f0, g0, h0]: Words, w: readonly number[]): Words {
  let [a, b, c, d, e, f, g, h] = [a0, b0, c0, d0, e0, f0, g0, h0];
  for (const [i, word] of w.entries()) {
    const choice = (e & f) ^ (~e & g);
    const most = (a & b) ^ (a & c) ^ (b & c);
    const t1 = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (K[i] ?? 0) + word;
    const t2 = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + most;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  const sum = (x: number, y: number) => (x + y) | 0;
  const [ab, cd] = [[sum(a0, a), sum(b0, b)] as const, [sum(c0, c), sum(d0, d)] as const];
  return [...ab, ...cd, sum(e0, e), sum(f0, f), sum(g0, g), sum(h0, h)];
}

/**
 * SHA-256 (FIPS 180-4). Written out because a browser's own answers only asynchronously and `lib/scoring` names no
 * package; the same bytes in every place where a draw is redone.
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes);
  const at = (i: number) => START[i] ?? 0;
  let state: Words = [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)];
  for (let from = 0; from < view.byteLength; from += BLOCK)
    state = compress(state, schedule(view, from));
  const out = new DataView(new Uint8Array(32).buffer);
  for (const [i, word] of state.entries()) out.setInt32(i * 4, word);
  return new Uint8Array(out.buffer);
}

/** HMAC-SHA256 (RFC 2104). */
export function hmac256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const own = new Uint8Array(BLOCK);
  own.set(key.length > BLOCK ? sha256(key) : key);
  const inner = sha256(
    joined(
      own.map((byte) => byte ^ 0x36),
      message,
    ),
  );
  return sha256(
    joined(
      own.map((byte) => byte ^ 0x5c),
      inner,
    ),
  );
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** RangeError where it is not an even number of hexadecimal digits. */
export function fromHex(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(hex)) throw new RangeError("not hexadecimal");
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
