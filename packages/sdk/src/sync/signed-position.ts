/** Signatures of positions: compact JWS (RFC 7515) with ES256 and detached content (appendix F). */
import { canonicalJson } from './canonical-json.ts';
import { positionOf } from './checkpoint.ts';
import type { ReadRequest, ScopeReader } from './scope-reader.ts';
import { SyncError } from './sync-error.ts';

/** What a page of changes, a manifest or a head says of a position. */
export interface ToldPosition {
  checkpoint: string;
  count: number;
  stateHash: string;
  signature?: string | null;
}

/** Whose signature is believed. */
export interface Trust {
  /** `register`: the keys that it shows. Without it signatures are not looked at. */
  readonly publicKey: JsonWebKey | 'register' | undefined;
  /** Those keys, once they were read. */
  shown?: readonly JsonWebKey[];
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** @throws {SyncError} where nobody who is trusted signed exactly this position of the scope. */
export async function assertSigned(
  told: ToldPosition,
  trust: Trust,
  reader: ScopeReader,
  signal: AbortSignal,
): Promise<void> {
  const { publicKey } = trust;
  const keys =
    typeof publicKey === 'object'
      ? [publicKey]
      : (trust.shown ??= await readKeys(reader, { signal }));
  if (await isSigned(told, reader.scope, keys)) return;
  throw new SyncError('signature', `${told.checkpoint} is not signed with the register's key`);
}

/** The keys that a register shows. */
export async function readKeys(
  reader: ScopeReader,
  request: ReadRequest,
): Promise<readonly JsonWebKey[]> {
  const told = await reader.read<{ keys: JsonWebKey[] }>(
    '/.well-known/pvp-keys.json',
    'keys',
    request,
  );
  return told.data.keys;
}

/** Whether one of the keys signed exactly this position of this scope. */
export async function isSigned(
  { checkpoint, count, stateHash, signature: jws }: ToldPosition,
  scope: string,
  keys: readonly JsonWebKey[],
): Promise<boolean> {
  const [header = '', content, signature = ''] = jws?.split('.') ?? [];
  try {
    const { alg, kid } = JSON.parse(textOf(header)) as { alg?: string; kid?: string };
    if (alg !== 'ES256' || content !== '') return false;
    const { epoch, seq } = positionOf(checkpoint);
    const position = canonicalJson({ epoch, seq, scope, count, stateHash });
    const signed = new TextEncoder().encode(`${header}.${base64urlOf(position)}`);
    for (const key of keys) {
      const named = (key as { kid?: string }).kid;
      if (kid !== undefined && named !== undefined && kid !== named) continue;
      // Without what a key store says about its use, which browsers compare with the use here.
      const { kty, crv, x, y } = key;
      const publicKey = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ALGORITHM, false, [
        'verify',
      ]);
      if (await crypto.subtle.verify(ALGORITHM, publicKey, bytesOf(signature), signed)) return true;
    }
  } catch {
    // What cannot be read is not signed.
  }
  return false;
}

function textOf(base64url: string): string {
  return new TextDecoder().decode(bytesOf(base64url));
}

function base64urlOf(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
