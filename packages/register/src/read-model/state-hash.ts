/**
 * Fingerprint of a set of records that does not depend on their order: the sum modulo 2^256 of one
 * digest for each, so that a record is added or taken away without reading the others.
 */
import { createHash } from 'node:crypto';

const MASK = (1n << 256n) - 1n;

/** SHA-256 of UTF-8 `kind/id`, a zero byte and the 32 bytes of the record's hash, as a number. */
export function leafDigest(kind: string, id: string, hash: string): bigint {
  const digest = createHash('sha256')
    .update(`${kind}/${id}`, 'utf8')
    .update(Uint8Array.of(0))
    .update(Buffer.from(hash, 'hex'))
    .digest('hex');
  return BigInt(`0x${digest}`);
}

export function addDigest(sum: bigint, digest: bigint): bigint {
  return (sum + digest) & MASK;
}

export function subtractDigest(sum: bigint, digest: bigint): bigint {
  return (sum - digest) & MASK;
}

/** 64 hexadecimal digits, most significant first. */
export function stateHashOf(sum: bigint): string {
  return sum.toString(16).padStart(64, '0');
}
