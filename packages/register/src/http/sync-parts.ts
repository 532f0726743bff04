/** `GET /v1/parts/{sha256}`, and the parts of what only certain institutions may see. */
import type { PartBytes } from '../sync/part-bytes.ts';
import type { Snapshots } from '../sync/snapshots.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, chooseCoding, reply } from './reply.ts';
import { audienceEndpoint, scopeCache } from './sync-scope.ts';

const SHA256 = /^[0-9a-f]{64}$/;
/** Parts up to this many bytes are sent as they are. */
const COMPRESS_FROM = 1024;

export function addPartEndpoints(
  app: RegisterApp,
  context: RegisterContext,
  snapshots: Snapshots,
): void {
  endpoint(app, '/v1/parts/:sha256', {
    GET: async (c) => sendPart(c, await snapshots.part(nameOf(c)), CACHE.immutable),
  });
  audienceEndpoint(app, context, 'parts/:sha256', async (c, scope) => {
    const part = await snapshots.audiencePart(scope, nameOf(c));
    return sendPart(c, part, scopeCache(scope, CACHE.immutable));
  });
}

/** Sends bytes that stand at an address which names them. */
export async function sendPart(
  c: RequestContext,
  part: PartBytes | undefined,
  cacheControl: string,
): Promise<Response> {
  if (part === undefined) throw noSuchPart();
  const { sha256 } = part;
  const wanted = c.req.header('accept-encoding');
  const coding = part.length > COMPRESS_FROM ? chooseCoding(wanted) : undefined;
  const sent = await part.sent(coding);
  const common = {
    // Brotli may be better later: then the bytes that are sent differ, and so must the validator.
    ETag: coding === undefined ? `"${sha256}"` : `"${sha256}-${coding}-${sent.bytes.byteLength}"`,
    'Cache-Control': cacheControl,
    Vary: 'Accept-Encoding',
    'Repr-Digest': `sha-256=:${sent.digest}:`,
  };
  // Whatever the coding, whoever holds the name holds the part.
  if (c.req.header('if-none-match')?.includes(sha256)) return reply(c, 304, null, common);
  return reply(c, 200, sent.bytes, {
    ...common,
    'Content-Type': 'application/x-ndjson',
    'Content-Length': String(sent.bytes.byteLength),
    ...(coding && { 'Content-Encoding': coding }),
  });
}

export function isSha256(name: string): boolean {
  return SHA256.test(name);
}

function nameOf(c: RequestContext): string {
  const name = c.req.param('sha256') ?? '';
  if (!isSha256(name)) throw noSuchPart();
  return name;
}

function noSuchPart(): HttpProblem {
  return new HttpProblem('not-found', {
    detail: 'There is no such part, or no longer: a new manifest names those that are there.',
  });
}
