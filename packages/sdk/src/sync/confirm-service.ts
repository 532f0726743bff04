import type { Manifest, Service } from '@pvp/contract';
import type { RequestSettings } from '../client/request-json.ts';
import { linesOf } from './part-lines.ts';
import { readManifest, readPart } from './read-part.ts';
import { ScopeReader } from './scope-reader.ts';
import { isSigned, readKeys } from './signed-position.ts';
import { assertSums } from './snapshot-parts.ts';
import { stateHashOf } from './state-hash.ts';

/**
 * - `signed`: a position that the register signed holds exactly this description.
 * - `unsigned`: the register signs nothing.
 * - `unconfirmed`: no signature by a trusted key, or none of a position that holds the description.
 */
export type Confirmation = 'signed' | 'unsigned' | 'unconfirmed';

export interface ConfirmOptions extends RequestSettings {
  /** Origin of the register or of a mirror. */
  register: string;
  /** RFC 7638 thumbprint of the only key to trust. Default: all keys that the register shows. */
  thumbprint?: string;
  signal?: AbortSignal;
}

/**
 * Asks the register for the signed snapshot that the description stands in, and follows it down to
 * the hash: signature → sum of the parts → part → `hash`. Together with `verifyRecord`, which tells
 * that the content is what the hash says, this proves a description. Reads the part of one
 * institution; what stands there never changes, so a browser reads it once.
 *
 * @throws {RegisterError} where the register cannot be read, or breaks the contract.
 */
export async function confirmService(
  { id, holder, providers, hash }: Service,
  { register, thumbprint, signal = new AbortController().signal, ...settings }: ConfirmOptions,
): Promise<Confirmation> {
  const institution = holder ?? providers?.[0];
  const scope = institution ? `institution/${institution}` : 'all';
  const partKey = holder ? `service/${holder}` : 'service';
  const reader = new ScopeReader(register, scope, settings);
  const shown = await readKeys(reader, { signal });
  const keys: JsonWebKey[] = [];
  for (const key of shown) {
    if (thumbprint === undefined || (await thumbprintOf(key)) === thumbprint) keys.push(key);
  }
  if (keys.length === 0) return shown.length === 0 ? 'unsigned' : 'unconfirmed';
  // A snapshot of the HTTP cache may be older than the description: asked for anew once.
  for (const cache of [undefined, 'reload'] as const) {
    const manifest: Manifest = (await readManifest(reader, { signal, ...(cache && { cache }) }))
      .data;
    if (!manifest.signature) return 'unsigned';
    if (!(await isSigned(manifest, scope, keys))) return 'unconfirmed';
    assertSums(manifest);
    const part = manifest.parts.find(({ key }) => key === partKey);
    if (!part) continue;
    const lines = linesOf(part.sha256, await readPart(reader, part, { signal }));
    if (stateHashOf(lines) !== part.stateHash) return 'unconfirmed';
    if (lines.some((line) => line.key === `service/${id}` && line.hash === hash)) return 'signed';
  }
  return 'unconfirmed';
}

/** RFC 7638: the members that a key needs, in the order of their names. */
async function thumbprintOf({ crv, kty, x, y }: JsonWebKey): Promise<string> {
  const needed = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', needed));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
