/**
 * Proof of work: a sender does a little, a flood a lot. Nobody is asked to read a picture, and no
 * third party hears of it.
 *
 * A challenge is `id.expiry.difficulty.signature`. Nothing is kept of it before its proof is used
 * up, and then its id alone, until it expires.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { RequestChallenge, RequestProof } from '@pvp/contract';
import type { RequestKey } from '../request-key.ts';

const LIVES_SECONDS = 600;

export type ProofJudgement =
  | { ok: true; id: string; expiresAt: string }
  /** One sentence for the person who wrote the client. */
  | { ok: false; reason: string };

export function newChallenge(key: RequestKey, difficulty: number, now: Date): RequestChallenge {
  const expiry = Math.floor(now.getTime() / 1000) + LIVES_SECONDS;
  const body = `${randomBytes(16).toString('base64url')}.${expiry}.${difficulty}`;
  return {
    challenge: `${body}.${key.sign(body)}`,
    algorithm: 'SHA-256',
    difficulty,
    expiresAt: new Date(expiry * 1000).toISOString(),
  };
}

/** @param difficulty What is asked for now: a challenge that asked for less does not count. */
export function judgeProof(
  key: RequestKey,
  { challenge, nonce }: RequestProof,
  difficulty: number,
  now: Date,
): ProofJudgement {
  const [id = '', expiry = '', asked = '', signature = '', ...more] = challenge.split('.');
  if (more.length > 0 || !key.isSignature(`${id}.${expiry}.${asked}`, signature)) {
    return { ok: false, reason: 'The challenge is not one of this register.' };
  }
  if (Number(expiry) * 1000 <= now.getTime()) {
    return { ok: false, reason: 'The challenge has expired.' };
  }
  if (Number(asked) < difficulty) {
    return { ok: false, reason: 'The challenge is easier than what is asked for now.' };
  }
  const hash = createHash('sha256').update(`${challenge}.${nonce}`, 'utf8').digest();
  if (leadingZeroBits(hash) < Number(asked)) {
    return { ok: false, reason: 'The proof does not have as many zero bits as were asked for.' };
  }
  return { ok: true, id, expiresAt: new Date(Number(expiry) * 1000).toISOString() };
}

function leadingZeroBits(hash: Uint8Array): number {
  let bits = 0;
  for (const byte of hash) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}
