/** Calls another system by HTTP: guarded, bounded, and without following it anywhere else. */
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressGuard } from './address-guard.ts';
import { BackendError } from './backend.ts';

const MOST_BYTES = 4 * 1024 * 1024;

export interface Call {
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

export interface Answer {
  status: number;
  text: string;
}

/** How calls are made. */
export interface CallRules {
  guard: AddressGuard;
  /** Longest time of one call, in milliseconds. */
  callMs: number;
}

/**
 * One call. Redirects are answers like others. The message of an error names the host alone: paths
 * and queries may tell too much.
 *
 * @throws {BackendError} where no answer comes.
 */
export async function callOut(
  url: URL,
  { method, headers = {}, body }: Call,
  { guard, callMs }: CallRules,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    guard.check(url.hostname);
    const answer = await begin(
      url,
      {
        method,
        headers: {
          'user-agent': 'pvp-register',
          ...headers,
          ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        },
        lookup: guard.lookup,
        signal: AbortSignal.any([signal, AbortSignal.timeout(callMs)]),
        // A connection that is kept may have been closed by the other side meanwhile.
        agent: false,
      },
      body,
    );
    return { status: answer.statusCode ?? 0, text: await textOf(answer) };
  } catch (cause) {
    const reason = reasonOf(cause);
    throw new BackendError(`${url.host} cannot be reached: ${reason}.`, { cause, isDown: true });
  }
}

/**
 * The JSON of an answer that says yes.
 *
 * @throws {BackendError} for every other answer.
 */
export function jsonOf({ status, text }: Answer, url: URL): unknown {
  checkStatus({ status, text }, url);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BackendError(`${url.host} answered ${status} with something that is not JSON.`);
  }
}

/** @throws {BackendError} unless the status is one of success. */
export function checkStatus({ status }: Answer, url: URL): void {
  if (status >= 200 && status < 300) return;
  const isDown = status >= 500 || status === 429 || status === 401 || status === 403;
  throw new BackendError(`${url.host} answered ${status}.`, { isDown });
}

/** An address below that of a system, whose own path stays. */
export function below(base: string, path: string, query: Record<string, string> = {}): URL {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

function begin(
  url: URL,
  options: RequestOptions,
  body: string | undefined,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const sent = request(url, options, resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) {
      answer.destroy();
      throw new Error('its answer is too long');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'it took too long';
  const code = (error as NodeJS.ErrnoException).code;
  return code ?? error.message;
}
