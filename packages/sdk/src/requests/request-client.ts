import type {
  NewFeedback,
  NewRequest,
  Profile,
  RequestChallenge,
  RequestKindList,
  RequestReceipt,
  TrackedRequest,
  Upload,
  UsageReport,
} from '@pvp/contract';
import { failureOf } from '../client/request-failure.ts';
import { RegisterError } from '../errors/register-error.ts';
import { registerOrigin } from '../client/register-origin.ts';
import { requestJson, type RequestSettings } from '../client/request-json.ts';
import { parseAnswer } from '../client/parse-answer.ts';
import { sendFile } from './send-file.ts';

export interface RequestClientOptions extends RequestSettings {
  /** Origin of the register or of a mirror: `https://register.example`. */
  register: string;
}

/** Whom or what a request is about. */
export interface RequestSubject {
  /** Id of a service. */
  service?: string | undefined;
  /** Id of an institution. */
  institution?: string | undefined;
  /** Default `residents`. */
  profile?: Profile | undefined;
}

export interface UploadOptions {
  signal?: AbortSignal;
  /** Told how much has been sent, 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * What people send to a register: requests, files, feedback, counts. Nothing is repeated here but
 * reads: what a repetition means is for the caller, who holds the `Idempotency-Key`.
 *
 * Every method throws a `RegisterError`, or the signal's reason where the caller aborted.
 */
export class RequestClient {
  /** Origin, without a slash at the end. */
  readonly register: string;
  readonly #settings: RequestSettings;

  /** @throws {ConfigurationError} where `register` is not an http(s) origin. */
  constructor({ register, ...settings }: RequestClientOptions) {
    this.register = registerOrigin(register);
    this.#settings = settings;
  }

  /** `GET /v1/request-kinds`: what can be asked here, and what is told before. */
  async listKinds(
    { service, institution, profile }: RequestSubject,
    signal?: AbortSignal,
  ): Promise<RequestKindList> {
    const query = new URLSearchParams();
    if (service !== undefined) query.set('service', service);
    if (institution !== undefined) query.set('institution', institution);
    if (profile !== undefined) query.set('profile', profile);
    const url = this.#url(`request-kinds?${query}`.replace(/\?$/, ''));
    return (await requestJson<RequestKindList>(url, 'kinds', given(signal), this.#settings)).data;
  }

  /** `GET /v1/request-challenge`. One challenge is good for one request, for some minutes. */
  async getChallenge(signal?: AbortSignal): Promise<RequestChallenge> {
    const options = { ...given(signal), cache: 'no-store' as const };
    const url = this.#url('request-challenge');
    return (await requestJson<RequestChallenge>(url, 'challenge', options, this.#settings)).data;
  }

  /** `POST /v1/uploads`: one file that a request will name within a day. */
  async upload(
    file: { name: string; content: Blob },
    { signal, onProgress }: UploadOptions = {},
  ): Promise<Upload> {
    const url = this.#url(`uploads?name=${encodeURIComponent(file.name)}`);
    const send = (limit: AbortSignal) =>
      sendFile(url, file.content, { signal: limit, onProgress, fetch: this.#settings.fetch });
    // A slow line is no failure: what counts is whether anything moves, and that the browser judges.
    return this.#answer<Upload>(url, 'id', send, { signal, timeoutMs: 600_000 });
  }

  /**
   * `POST /v1/requests`.
   *
   * @param key The `Idempotency-Key`: a random one for each request, kept with it until it is sent.
   */
  async createRequest(
    request: NewRequest,
    key: string,
    signal?: AbortSignal,
  ): Promise<RequestReceipt> {
    return this.#post<RequestReceipt>('requests', request, 'number', {
      signal,
      headers: { 'Idempotency-Key': key },
    });
  }

  /**
   * `GET /v1/requests/{number}`.
   *
   * @param secret What came with the number; `ProblemError` with status 401 where it does not fit.
   */
  async getRequest(number: string, secret: string, signal?: AbortSignal): Promise<TrackedRequest> {
    const url = this.#url(`requests/${encodeURIComponent(number)}`);
    const headers = { Authorization: `Bearer ${secret}` };
    const send = (limit: AbortSignal) =>
      this.#fetch(url, { headers, signal: limit, cache: 'no-store' });
    return this.#answer<TrackedRequest>(url, 'state', send, { signal });
  }

  /** `POST /v1/feedback` */
  async giveFeedback(feedback: NewFeedback, signal?: AbortSignal): Promise<void> {
    await this.#post('feedback', feedback, undefined, { signal });
  }

  /** `POST /v1/usage`. Goes on after the page has been left. */
  async countUsage(report: UsageReport): Promise<void> {
    await this.#post('usage', report, undefined, { keepalive: true });
  }

  #post<T>(
    path: string,
    body: object,
    field: (keyof T & string) | undefined,
    { signal, headers, keepalive = false }: PostOptions,
  ): Promise<T> {
    const url = this.#url(path);
    const send = (limit: AbortSignal) =>
      this.#fetch(url, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal: limit,
        keepalive,
      });
    return this.#answer<T>(url, field, send, { signal });
  }

  #fetch(url: string, init: RequestInit): Promise<Response> {
    const headers = { ...this.#settings.headers, ...(init.headers as Record<string, string>) };
    return (this.#settings.fetch ?? fetch)(url, { ...init, headers, credentials: 'omit' });
  }

  /** One attempt, its body included. Without a field an empty answer is a good one. */
  async #answer<T>(
    url: string,
    field: (keyof T & string) | undefined,
    send: (limit: AbortSignal) => Promise<Response>,
    { signal, timeoutMs = this.#settings.timeoutMs ?? 20_000 }: AnswerOptions,
  ): Promise<T> {
    const limit = new AbortController();
    const abort = () => limit.abort();
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    const timer = setTimeout(abort, timeoutMs);
    try {
      const response = await send(limit.signal);
      const text = response.ok ? await response.text() : '';
      const data = parseAnswer(response, text) as T | undefined;
      const isGood = field === undefined || (typeof data === 'object' && data && field in data);
      if (response.ok && isGood) return data as T;
      throw await failureOf(withoutQuery(url), response.ok ? undefined : { response }, false);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (error instanceof RegisterError) throw error;
      throw await failureOf(withoutQuery(url), error, limit.signal.aborted);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  #url(path: string): string {
    return `${this.register}/v1/${path}`;
  }
}

interface AnswerOptions {
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
}

interface PostOptions {
  signal?: AbortSignal | undefined;
  headers?: Record<string, string>;
  keepalive?: boolean;
}

function given(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}

function withoutQuery(url: string): string {
  return url.replace(/\?.*/s, '');
}
