/**
 * The state hash: sum modulo 2^256 of one digest for each record, so that it does not depend on
 * their order, and a record is added or taken away without reading the others.
 */
import { sha256Words } from './sha256-words.ts';

const encoder = new TextEncoder();
let buffer = new Uint8Array(512);

/** SHA-256 of UTF-8 `kind/id`, a zero byte and the 32 bytes of the record's hash, as a number. */
export function leafDigest(key: string, hash: string): bigint {
  if (key.length * 3 + 33 > buffer.length) buffer = new Uint8Array(key.length * 3 + 33);
  let length = encoder.encodeInto(key, buffer).written;
  buffer[length++] = 0;
  for (let at = 0; at < 64; at += 2) buffer[length++] = parseInt(hash.slice(at, at + 2), 16);
  let hex = '0x';
  for (const word of sha256Words(buffer, length)) hex += word.toString(16).padStart(8, '0');
  return BigInt(hex);
}

/** The sum after a record went from one hash to another; `undefined`: it is not there. */
export function stateHashAfter(
  stateHash: string,
  key: string,
  before: string | undefined,
  after: string | undefined,
): string {
  let sum = BigInt(`0x${stateHash}`);
  if (before !== undefined) sum -= leafDigest(key, before);
  if (after !== undefined) sum += leafDigest(key, after);
  return sumToHex(sum);
}

/** State hash of some records. */
export function stateHashOf(records: Iterable<{ key: string; hash: string }>): string {
  let sum = 0n;
  for (const { key, hash } of records) sum += leafDigest(key, hash);
  return sumToHex(sum);
}

/** State hash of the union of disjoint sets. */
export function sumOfStateHashes(stateHashes: Iterable<string>): string {
  let sum = 0n;
  for (const stateHash of stateHashes) sum += BigInt(`0x${stateHash}`);
  return sumToHex(sum);
}

/** SHA-256 of bytes, hexadecimal, by the platform. */
export async function sha256Hex(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function sumToHex(sum: bigint): string {
  return BigInt.asUintN(256, sum).toString(16).padStart(64, '0');
}
