const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function scramble(word: number): number {
  return Math.imul(rotate(Math.imul(word, C1), 15), C2);
}

function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * MurmurHash3_x86_32 (Austin Appleby, public domain) of `bytes`, 0 … 2³² − 1. Chosen because every language has it
 * and its test vectors are published, so anybody can redo a draw. It keeps no secret and proves no authorship.
 */
export function murmur32(bytes: Uint8Array, seed: number): number {
  const at = (index: number) => bytes[index] ?? 0;
  const whole = bytes.length - (bytes.length % 4);
  let h = seed | 0;
  for (let i = 0; i < whole; i += 4) {
    const word = at(i) | (at(i + 1) << 8) | (at(i + 2) << 16) | (at(i + 3) << 24);
    h = (Math.imul(rotate(h ^ scramble(word), 13), 5) + 0xe6546b64) | 0;
  }
  const tail = at(whole) | (at(whole + 1) << 8) | (at(whole + 2) << 16);
  return finish(h ^ scramble(tail) ^ bytes.length);
}
