/** Signatures of heads and manifests: compact JWS (RFC 7515) with ES256. */
import type { Head, Manifest } from '@pvp/contract';
import { positionOf } from './checkpoint.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Whether one of the keys signed exactly this position of this scope. */
export async function isSigned(
  told: Head | Manifest,
  scope: string,
  keys: readonly JsonWebKey[],
): Promise<boolean> {
  const [header = '', payload = '', signature = ''] = told.signature?.split('.') ?? [];
  try {
    const { alg, kid } = JSON.parse(textOf(header)) as { alg?: string; kid?: string };
    const said = JSON.parse(textOf(payload)) as Record<string, unknown>;
    const { epoch, seq } = positionOf(told.checkpoint);
    const { count, stateHash } = told;
    const expected = { epoch, seq, scope, count, stateHash };
    if (alg !== 'ES256') return false;
    if (Object.entries(expected).some(([name, value]) => said[name] !== value)) return false;
    for (const key of keys) {
      const named = (key as { kid?: string }).kid;
      if (kid !== undefined && named !== undefined && kid !== named) continue;
      // Without what a key store says about its use, which browsers compare with the use here.
      const { kty, crv, x, y } = key;
      const publicKey = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ALGORITHM, false, [
        'verify',
      ]);
      const bytes = new TextEncoder().encode(`${header}.${payload}`);
      if (await crypto.subtle.verify(ALGORITHM, publicKey, bytesOf(signature), bytes)) return true;
    }
  } catch {
    // What cannot be read is not signed.
  }
  return false;
}

function textOf(base64url: string): string {
  return new TextDecoder().decode(bytesOf(base64url));
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
