/**
 * Signs positions: compact JWS (RFC 7515) with ES256 and detached content (appendix F). The content,
 * canonical JSON of the position, is what stands beside the signature anyway.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import type { KeySet } from '@pvp/contract';
import { readOrMakeSecretFile } from '../secret-file.ts';

/** What is signed. */
export interface SignedPosition {
  epoch: string;
  seq: number;
  scope: string;
  count: number;
  stateHash: string;
}

export class PositionSigner {
  readonly #key: KeyObject;
  readonly #header: string;
  /** The last one of each scope: head, manifest and page of a position carry the same. */
  readonly #last = new Map<string, { signed: string; jws: string }>();
  /** The public half, as it is shown. */
  readonly publicKey: KeySet['keys'][number];

  /**
   * @param pem A private key on P-256 in PKCS #8.
   * @throws {TypeError} where it is none; the message holds nothing of the text.
   */
  constructor(pem: string) {
    try {
      this.#key = createPrivateKey(pem);
    } catch {
      throw new TypeError('it is no private key in PEM');
    }
    if (this.#key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
      throw new TypeError('it is no key on the curve P-256');
    }
    const { x = '', y = '' } = createPublicKey(this.#key).export({ format: 'jwk' });
    // RFC 7638: the members that a key needs, in the order of their names.
    const needed = JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });
    const kid = createHash('sha256').update(needed, 'utf8').digest('base64url');
    this.publicKey = { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' };
    this.#header = encoded({ alg: 'ES256', kid });
  }

  sign({ epoch, seq, scope, count, stateHash }: SignedPosition): string {
    // In the order of their names: canonical JSON (RFC 8785).
    const signed = `${this.#header}.${encoded({ count, epoch, scope, seq, stateHash })}`;
    const last = this.#last.get(scope);
    if (last?.signed === signed) return last.jws;
    const signature = sign('sha256', Buffer.from(signed, 'ascii'), {
      key: this.#key,
      dsaEncoding: 'ieee-p1363',
    });
    const jws = `${this.#header}..${signature.toString('base64url')}`;
    this.#last.set(scope, { signed, jws });
    return jws;
  }
}

/** A new private key in PEM. */
export function generateSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

/**
 * The key in a folder of data, generated where there is none, for its owner alone.
 *
 * @returns the key in PEM.
 */
export function readOrGenerateSigningKey(folder: string): string {
  return readOrMakeSecretFile(folder, 'signing-key.pem', generateSigningKey);
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
}
