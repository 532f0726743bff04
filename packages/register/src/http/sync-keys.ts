/** `GET /.well-known/pvp-keys.json`: the keys that positions are signed with. */
import type { KeySet } from '@pvp/contract';
import type { PositionSigner } from '../sync/position-signer.ts';
import { endpoint, type RegisterApp } from './register-context.ts';
import { CACHE, jsonRepresentation, send } from './reply.ts';

export function addKeysEndpoint(app: RegisterApp, signer: PositionSigner | undefined): void {
  const keys: KeySet = { keys: signer ? [signer.publicKey] : [] };
  const answer = jsonRepresentation(keys);
  endpoint(app, '/.well-known/pvp-keys.json', { GET: (c) => send(c, answer, CACHE.document) });
}
