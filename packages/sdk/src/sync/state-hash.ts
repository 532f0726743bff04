/**
 * The state hash: sum modulo 2^256 of one digest for each record, so that it does not depend on
 * their order, and a record is added or taken away without reading the others.
 */
import { paddedLength, sha256WordsOf } from './sha256-words.ts';

/** A number of 256 bits, its highest word first. */
type Sum = Uint32Array;

const encoder = new TextEncoder();
let buffer = new Uint8Array(512);
let view = new DataView(buffer.buffer);

/** SHA-256 of UTF-8 `kind/id`, a zero byte and the 32 bytes of the record's hash; hexadecimal. */
export function leafDigest(key: string, hash: string): string {
  return hexOf(leafOf(key, hash));
}

/** The sum after a record went from one hash to another; `undefined`: it is not there. */
export function stateHashAfter(
  stateHash: string,
  key: string,
  before: string | undefined,
  after: string | undefined,
): string {
  const sum = wordsOf(stateHash);
  // To take a number away, the bits that it has not are added, and one.
  if (before !== undefined) add(sum, leafOf(key, before).map(not), 1);
  if (after !== undefined) add(sum, leafOf(key, after));
  return hexOf(sum);
}

/** State hash of some records. */
export function stateHashOf(records: Iterable<{ key: string; hash: string }>): string {
  const sum = new Uint32Array(8);
  for (const { key, hash } of records) add(sum, leafOf(key, hash));
  return hexOf(sum);
}

/** State hash of the union of disjoint sets. */
export function sumOfStateHashes(stateHashes: Iterable<string>): string {
  const sum = new Uint32Array(8);
  for (const stateHash of stateHashes) add(sum, wordsOf(stateHash));
  return hexOf(sum);
}

/** SHA-256 of bytes, hexadecimal, by the platform. */
export async function sha256Hex(bytes: BufferSource): Promise<string> {
  const digest = new DataView(await crypto.subtle.digest('SHA-256', bytes));
  return hexOf(Uint32Array.from({ length: 8 }, (_, nth) => digest.getUint32(nth * 4)));
}

function leafOf(key: string, hash: string): Sum {
  // A character of UTF-16 is at most three bytes.
  const most = paddedLength(key.length * 3 + 33);
  if (most > buffer.length) {
    buffer = new Uint8Array(most);
    view = new DataView(buffer.buffer);
  }
  const { written } = encoder.encodeInto(key, buffer);
  buffer.fill(0, written);
  for (let nth = 0; nth < 8; nth++) view.setUint32(written + 1 + nth * 4, wordOf(hash, nth));
  return sha256WordsOf(view, written + 33);
}

function add(sum: Sum, words: Sum, carry = 0): void {
  for (let nth = 7; nth >= 0; nth--) {
    const word = sum[nth]! + words[nth]! + carry;
    sum[nth] = word;
    carry = word > 0xffffffff ? 1 : 0;
  }
}

function wordsOf(hex: string): Sum {
  return Uint32Array.from({ length: 8 }, (_, nth) => wordOf(hex, nth));
}

/** By its digits: `parseInt` of a piece takes as long as all else that is done with a record. */
function wordOf(hex: string, nth: number): number {
  let word = 0;
  for (let at = nth * 8; at < nth * 8 + 8; at++) {
    const code = hex.charCodeAt(at);
    // "0" is 0x30, "a" is 0x61.
    word = (word << 4) | ((code & 15) + (code >> 6) * 9);
  }
  return word;
}

function hexOf(words: Sum): string {
  return Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
}

function not(word: number): number {
  return ~word;
}
