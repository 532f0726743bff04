import type { LifeEventList, Service, ServiceList } from '@pvp/contract';
import { registerOrigin } from '../client/register-origin.ts';
import {
  loadFailures,
  requestJson,
  type JsonAnswer,
  type RequestSettings,
} from '../client/request-json.ts';
import type { RegisterError } from '../errors/register-error.ts';
import type { ServiceListQuery } from '../query/service-list-query.ts';
import { serviceListSearchParams } from '../query/service-list-search-params.ts';
import type {
  Answer,
  Freshness,
  LifeEventListAnswer,
  LifeEventQuery,
  LifeEventSource,
  LoadOptions,
  RegisterChange,
  ServiceAnswer,
  ServiceListAnswer,
} from './service-source.ts';
import type { Watchers } from './watchers.ts';

/** Answers kept in memory; the one that was asked for longest ago goes first. */
const MAX_HELD = 100;

interface Held {
  answer: Answer<unknown>;
  /** Which request brought it: an older one that comes in later replaces nothing. */
  request: number;
}

interface Shared {
  answer: Promise<Answer<unknown>>;
  controller: AbortController;
  waiting: number;
}

/**
 * Reads from the register as elements ask. Equal questions share one request; good answers are
 * kept, failures never are. While the register cannot answer, the last good answer stands in. A
 * 404 or 410 is an answer: it is thrown, and an older copy is forgotten.
 */
export class LiveSource implements LifeEventSource {
  readonly register: string;
  /** By address, which holds register, language, id and query. Last asked for last. */
  readonly #held = new Map<string, Held>();
  readonly #shared = new Map<string, Shared>();
  #watchers: Watchers | undefined;
  #requests = 0;

  /** @throws {ConfigurationError} where `register` is not an http(s) origin. */
  constructor(
    register: string,
    private readonly settings: RequestSettings = {},
  ) {
    this.register = registerOrigin(register);
  }

  peekList(query: ServiceListQuery): ServiceListAnswer | undefined {
    return this.#peek(this.#listUrl(query));
  }

  peekService(id: string): ServiceAnswer | undefined {
    return this.#peek(this.#serviceUrl(id));
  }

  loadList(query: ServiceListQuery, options?: LoadOptions): Promise<ServiceListAnswer> {
    return this.#load<ServiceList>(this.#listUrl(query), 'items', options);
  }

  loadService(id: string, options?: LoadOptions): Promise<ServiceAnswer> {
    return this.#load<Service>(this.#serviceUrl(id), 'id', options);
  }

  peekLifeEvents(query: LifeEventQuery): LifeEventListAnswer | undefined {
    return this.#peek(this.#listUrl(query, 'life-events'));
  }

  loadLifeEvents(query: LifeEventQuery, options?: LoadOptions): Promise<LifeEventListAnswer> {
    return this.#load<LifeEventList>(this.#listUrl(query, 'life-events'), 'items', options);
  }

  watch(onChange: (change: RegisterChange) => void): () => void {
    let stop: (() => void) | undefined;
    let isOver = false;
    // Pages without live elements never load this part. Where it cannot be loaded, the page still
    // reads anew whenever it is looked at.
    import('./watchers.ts').then(
      ({ Watchers }) => {
        if (isOver) return;
        this.#watchers ??= new Watchers(this.register, this.settings);
        stop = this.#watchers.add(onChange);
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }

  #listUrl(query: ServiceListQuery, kind = 'services'): string {
    return `${this.register}/v1/${kind}?${serviceListSearchParams(query)}`.replace(/\?$/, '');
  }

  #serviceUrl(id: string): string {
    return `${this.register}/v1/services/${encodeURIComponent(id)}`;
  }

  #peek<T>(url: string): Answer<T> | undefined {
    return this.#held.get(url)?.answer as Answer<T> | undefined;
  }

  async #load<T>(
    url: string,
    field: keyof T & string,
    { signal, revalidate }: LoadOptions = {},
  ): Promise<Answer<T>> {
    signal?.throwIfAborted();
    const key = `${url} ${revalidate ?? ''}`;
    let shared = this.#shared.get(key);
    if (!shared) {
      const controller = new AbortController();
      const answer = this.#ask<T>(url, field, controller.signal, revalidate);
      this.#shared.set(key, (shared = { answer, controller, waiting: 0 }));
    }
    shared.waiting++;
    try {
      return (await untilAborted(shared.answer, signal)) as Answer<T>;
    } finally {
      if (--shared.waiting === 0) {
        if (this.#shared.get(key) === shared) this.#shared.delete(key);
        // Ends the request where everybody gave up; after an answer it does nothing.
        shared.controller.abort();
      }
    }
  }

  async #ask<T>(
    url: string,
    field: keyof T & string,
    signal: AbortSignal,
    revalidate?: boolean,
  ): Promise<Answer<T>> {
    const request = ++this.#requests;
    try {
      const cache = revalidate ? 'no-cache' : undefined;
      const found = await requestJson<T>(url, field, { signal, cache }, this.settings);
      // While the register answers, so that its failures are told apart when it does not.
      loadFailures().catch(() => undefined);
      return this.#keep(url, request, toAnswer(found, 'fresh'));
    } catch (error) {
      if (signal.aborted) throw error;
      const { code, retryable } = error as RegisterError;
      if (!retryable) {
        if (code === 'not-found' || code === 'gone') this.#held.delete(url);
        throw error;
      }
      const state = globalThis.navigator?.onLine === false ? 'offline' : 'stale';
      const held = this.#peek<T>(url);
      if (held) {
        return this.#keep(url, request, { ...held, freshness: { ...held.freshness, state } });
      }
      // The HTTP cache may hold a copy that is too old to be given without being asked for.
      const old = await requestJson<T>(
        url,
        field,
        { signal, cache: 'force-cache' },
        { ...this.settings, retry: 0 },
      ).catch((second: RegisterError) => {
        throw second.retryable ? error : second;
      });
      return this.#keep(url, request, toAnswer(old, state));
    }
  }

  #keep<T>(url: string, request: number, answer: Answer<T>): Answer<T> {
    const held = this.#held.get(url);
    if (held && held.request > request) return held.answer as Answer<T>;
    this.#held.delete(url);
    this.#held.set(url, { answer, request });
    if (this.#held.size > MAX_HELD) this.#held.delete(this.#held.keys().next().value!);
    return answer;
  }
}

const sources = new Map<string, LiveSource>();

/**
 * The live source of a register, one for the whole page, so that elements share requests, memory
 * and the event stream.
 *
 * @throws {ConfigurationError} where `register` is not an http(s) origin.
 */
export function liveSource(register: string): LiveSource {
  const origin = registerOrigin(register);
  let source = sources.get(origin);
  if (!source) sources.set(origin, (source = new LiveSource(origin)));
  return source;
}

function toAnswer<T>({ data, text, headers }: JsonAnswer<T>, state: Freshness['state']): Answer<T> {
  // The register's own clock: what the device believes decides nothing.
  const date = Date.parse(headers.get('date') ?? '') || Date.now();
  const age = (Number(headers.get('age')) || 0) * 1000;
  const fetchedAt = new Date(date - age).toISOString();
  return { data, freshness: { state, fetchedAt }, key: headers.get('etag') ?? text };
}

/** Waits no longer than the caller wants; what is waited for goes on. */
function untilAborted<T>(answer: Promise<T>, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal!.reason);
    signal?.addEventListener('abort', abort);
    answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', abort));
  });
}
