import type { Problem } from '@pvp/contract';
import ky from 'ky';
import { GoneError } from '../errors/gone-error.ts';
import { InvalidAnswerError } from '../errors/invalid-answer-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { ProblemError } from '../errors/problem-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';

/** How requests are made. */
export interface RequestSettings {
  /** Default: the platform's. */
  fetch?: typeof fetch;
  /** Limit of one attempt, its body included, in milliseconds. Default 10,000. */
  timeoutMs?: number;
  /** Limit of all attempts and the waits between them, in milliseconds. Default 30,000. */
  totalTimeoutMs?: number;
  /** Further attempts after a failure that may pass. Default 2. */
  retry?: number;
  /**
   * Headers for use on a server, such as `Authorization`. In a browser each one costs a CORS
   * preflight and the shared cache.
   */
  headers?: Readonly<Record<string, string>>;
}

/** One request. */
export interface RequestOptions {
  signal?: AbortSignal;
  /** Mode of the HTTP cache. Default: the platform's. */
  cache?: RequestCache;
}

/** A good answer. */
export interface JsonAnswer<T> {
  data: T;
  text: string;
  headers: Headers;
}

/** A `Retry-After` that asks for more, in seconds, is told to the caller instead of waited for. */
const MAX_RETRY_AFTER = 15;

/**
 * Reads JSON from the register.
 *
 * @param url Absolute address.
 * @param field A field that the answer must have: enough to tell a register from something else.
 * @throws {RegisterError} see its subclasses; the signal's reason where the caller aborted.
 */
export async function requestJson<T>(
  url: string,
  field: keyof T & string,
  { signal, cache }: RequestOptions = {},
  settings: RequestSettings = {},
): Promise<JsonAnswer<T>> {
  const what = url.replace(/\?.*/s, '');
  const limit = new AbortController();
  const abort = () => limit.abort(signal!.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  const timer = setTimeout(() => limit.abort(), settings.totalTimeoutMs ?? 30_000);
  try {
    const response = await ky.get(url, {
      cache,
      credentials: 'omit',
      headers: settings.headers,
      fetch: async (request) => {
        // Read to the end here, so that time limit and retries cover the body too.
        const answer = await (settings.fetch ?? fetch)(request);
        return new Response((await answer.text()) || null, answer);
      },
      signal: limit.signal,
      timeout: settings.timeoutMs ?? 10_000,
      retry: {
        limit: settings.retry ?? 2,
        statusCodes: [408, 429, 500, 502, 503, 504],
        jitter: true,
        retryOnTimeout: true,
        maxRetryAfter: MAX_RETRY_AFTER * 1000,
        shouldRetry: ({ error }) =>
          retryAfter((error as { response?: Response }).response) > MAX_RETRY_AFTER
            ? false
            : undefined,
      },
    });
    const text = await response.text();
    const data = parse(response, text) as T | undefined;
    if (typeof data !== 'object' || !data || !(field in data)) {
      throw new InvalidAnswerError(`${what} gave an answer that is not the register's`);
    }
    return { data, text, headers: response.headers };
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof InvalidAnswerError) throw error;
    const { name, response } = error as { name?: string; response?: Response };
    if (response) throw await answeredError(what, response);
    if (limit.signal.aborted || name === 'TimeoutError') {
      throw new TimeoutError(`${what} did not answer in time`);
    }
    throw new NetworkError(`${what} could not be reached`, { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

async function answeredError(what: string, response: Response) {
  const { status } = response;
  const problem = parse(response, await response.text()) as Problem | undefined;
  const message = `${what} answered ${status} ${problem?.title ?? ''}`.trim();
  // Nothing was asked conditionally: whoever says "not modified" is no register.
  if (status < 400) return new InvalidAnswerError(message);
  if (problem?.type && status === 404) return new NotFoundError(message);
  if (problem?.type && status === 410) return new GoneError(message, problem.subject);
  return new ProblemError(message, status, problem, retryAfter(response) || undefined);
}

/** `undefined`: not JSON. */
function parse(response: Response, text: string): unknown {
  try {
    if (/^application\/([\w.+-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')) {
      return JSON.parse(text);
    }
  } catch {
    // Broken JSON is no answer either.
  }
  return undefined;
}

/** Seconds that `Retry-After` asks for, from a number or from an HTTP date; 0 without one. */
function retryAfter(response: Response | undefined): number {
  const value = response?.headers.get('retry-after');
  if (!value) return 0;
  const seconds = /^\d+$/.test(value) ? +value : (Date.parse(value) - Date.now()) / 1000;
  return Math.max(0, Math.ceil(seconds)) || 0;
}
