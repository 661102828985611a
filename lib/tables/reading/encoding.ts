function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text without its byte-order mark, or null. UTF-16 says so by its first bytes; UTF-8 is too strict to be met by
 * chance; what Excel saves in China is GBK, a part of GB18030.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(bytes, "utf-16be");
  return decode(bytes, "utf-8") ?? decode(bytes, "gb18030");
}
