import ky from 'ky';
import { NetworkError } from '../errors/network-error.ts';
import { parseAnswer } from './parse-answer.ts';

/** A `Retry-After` that asks for more, in seconds, is told to the caller instead of waited for. */
const MAX_RETRY_AFTER = 15;

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

/**
 * Says what went wrong. A part of its own, which pages fetch when something does, or before: a
 * program that wants the true cause even where nothing can be fetched any more calls this early.
 */
export const loadFailures = () => import('./request-failure.ts');

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
  const limit = new AbortController();
  const abort = () => limit.abort();
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  const timer = setTimeout(abort, settings.totalTimeoutMs ?? 30_000);
  let cause: unknown;
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
          loadFailures().then(
            ({ retryAfter }) =>
              retryAfter((error as { response?: Response }).response) > MAX_RETRY_AFTER
                ? false
                : undefined,
            () => undefined,
          ),
      },
    });
    const text = await response.text();
    const data = parseAnswer(response, text) as T | undefined;
    if (typeof data === 'object' && data && field in data) {
      return { data, text, headers: response.headers };
    }
  } catch (error) {
    cause = error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
  if (signal?.aborted) throw signal.reason;
  const what = url.replace(/\?.*/s, '');
  const failures = await loadFailures().catch(() => {
    throw new NetworkError(`${what} could not be reached`, { cause });
  });
  throw await failures.failureOf(what, cause, limit.signal.aborted);
}
