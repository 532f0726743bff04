/**
 * The secret of a request service: from it follow the tracking secrets, the signatures of challenges
 * and the fingerprints of bodies. Several processes on one database share one.
 */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { readOrMakeSecretFile } from '../secret-file.ts';

export class RequestKey {
  readonly #tracking: Buffer;
  readonly #challenges: Buffer;
  readonly #fingerprints: Buffer;

  /** @param secret At least 32 characters that nobody can guess. */
  constructor(secret: string) {
    const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `pvp ${use}`, 32));
    this.#tracking = derive('tracking');
    this.#challenges = derive('challenges');
    this.#fingerprints = derive('fingerprints');
  }

  /** What shows a request to whoever holds it. The same for a number every time, and kept nowhere. */
  trackingSecret(number: string): string {
    return mac(this.#tracking, number).toString('base64url');
  }

  isTrackingSecret(number: string, presented: string): boolean {
    return equal(mac(this.#tracking, number), presented);
  }

  sign(challenge: string): string {
    return mac(this.#challenges, challenge).toString('base64url');
  }

  isSignature(challenge: string, presented: string): boolean {
    return equal(mac(this.#challenges, challenge), presented);
  }

  /** Tells whether two texts are the same, and nothing else of them to whoever reads the database. */
  fingerprint(text: string): string {
    return mac(this.#fingerprints, text).toString('hex');
  }
}

/** The key of a data folder, made where there is none. Only its owner may read it. */
export function readOrGenerateRequestKey(folder: string): string {
  return readOrMakeSecretFile(folder, 'request-key', generateRequestKey).trim();
}

export function generateRequestKey(): string {
  return randomBytes(32).toString('base64url');
}

function mac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

function equal(expected: Buffer, presented: string): boolean {
  const given = Buffer.from(presented, 'base64url');
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}
