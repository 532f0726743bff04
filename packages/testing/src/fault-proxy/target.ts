/** Asks the register that stands behind the proxy. */
import { request as httpRequest, type Agent, type IncomingMessage } from 'node:http';
import { endToEnd, type Answer } from './answer.ts';

/** The target is away or breaks off, which no fault asked for. */
export class TargetError extends Error {
  override name = 'TargetError';
}

export interface TargetOptions {
  target: URL;
  agent: Agent;
  /** Of the proxy: stands in for the target's in `Location`. */
  origin: string;
  /** The whole answer is needed, also where the client holds a copy. */
  unconditional: boolean;
  signal: AbortSignal;
}

/**
 * Passes a request on and resolves with the answer's head; the body is still to be read. Host
 * stays the client's, so that addresses which the target makes of it lead back through the proxy.
 */
export function askTarget(
  incoming: IncomingMessage,
  { target, agent, unconditional, signal }: TargetOptions,
): Promise<IncomingMessage> {
  const headers = endToEnd(incoming.headers);
  if (unconditional) {
    for (const name of ['if-none-match', 'if-modified-since', 'range', 'if-range']) {
      delete headers[name];
    }
  }
  const hasBody =
    'transfer-encoding' in incoming.headers || Number(incoming.headers['content-length'] ?? 0) > 0;
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      host: target.hostname.replace(/^\[|\]$/g, ''),
      port: target.port || 80,
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      headers,
      agent,
      signal,
    });
    outgoing.on('response', resolve);
    outgoing.on('error', (cause) => reject(new TargetError(cause.message, { cause })));
    if (hasBody) incoming.pipe(outgoing);
    else outgoing.end();
  });
}

/** Status and headers of an answer for the client, `Location` leading back to the proxy. */
export function headOf(response: IncomingMessage, { target, origin }: TargetOptions): Answer {
  const headers = endToEnd(response.headers);
  const location = headers['location'];
  if (typeof location === 'string' && location.startsWith(`${target.origin}/`)) {
    headers['location'] = origin + location.slice(target.origin.length);
  }
  return { status: response.statusCode ?? 502, headers, body: Buffer.alloc(0) };
}

/** A body as it comes; throws where the target breaks it off. */
export async function* chunksOf(response: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of response) yield chunk as Buffer;
  } catch (cause) {
    throw new TargetError('the target broke its answer off', { cause });
  }
  if (!response.complete) throw new TargetError('the target broke its answer off');
}

export async function readBody(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of chunksOf(response)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
