import type { LifeEventList, Service, ServiceList } from '@pvp/contract';
import { hasPath, registerAddress } from '../client/register-address.ts';
import { requestJson, type JsonAnswer, type RequestSettings } from '../client/request-json.ts';
import { untilAborted } from '../client/until-aborted.ts';
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
import { stateNow } from './state-now.ts';

/** Answers kept in memory; the one that was asked for longest ago goes first. */
const MAX_HELD = 100;

/** How long an answer that was asked for early stands ready, in milliseconds. */
const EARLY_FOR = 1_000;

interface Held {
  answer: Answer<unknown>;
  /** Which request brought it: an older one that comes in later replaces nothing. */
  request: number;
}

/** Answers to an address from what is stored on the device; `undefined`: it holds none. */
export type StoredAnswers = <T>(url: string) => Promise<Answer<T> | undefined>;

interface Shared {
  answer: Promise<Answer<unknown>>;
  controller: AbortController;
  waiting: number;
}

/**
 * Reads from the register as elements ask. Equal questions share one request; good answers are
 * kept, failures never are. While the register cannot answer, the last good answer stands in. A
 * 404 or 410 is an answer: it is thrown, and an older copy is forgotten.
 *
 * Where the address is that of a static snapshot, the snapshot answers: see `instead.ts`.
 */
export class LiveSource implements LifeEventSource {
  readonly register: string;
  /** What stands in where the register cannot answer, see `keepOffline`. */
  stored?: Promise<StoredAnswers | undefined>;
  /** By address, which holds register, language, id and query. Last asked for last. */
  readonly #held = new Map<string, Held>();
  readonly #shared = new Map<string, Shared>();
  #requests = 0;

  /** @throws {ConfigurationError} where `register` is not an http(s) address. */
  constructor(
    register: string,
    /** @internal */
    public settings: RequestSettings = {},
  ) {
    this.register = registerAddress(register);
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

  /** What memory holds of an answer of the read API. @param path `support?service=PV-1`. @internal */
  peek<T>(path: string): Answer<T> | undefined {
    return this.#peek(`${this.register}/v1/${path}`);
  }

  /** As `loadList`, for an answer that has the field. @internal */
  load<T>(path: string, field: keyof T & string, options?: LoadOptions): Promise<Answer<T>> {
    return this.#load(`${this.register}/v1/${path}`, field, options);
  }

  /**
   * Takes over a list that was asked for before this code was there (`@pvp/sdk/early`): whoever reads
   * it first makes no request.
   *
   * @param url As the list would be asked for.
   * @param timer Where nobody reads it by then, whoever comes later asks anew. @internal
   */
  expect(
    url: string,
    answer: Promise<Response>,
    timer: (run: () => void, milliseconds: number) => unknown = setTimeout,
  ): Promise<unknown> {
    const early = [answer];
    // Further attempts ask anew.
    const askOnce: typeof fetch = (request) => early.pop() ?? fetch(request);
    const settings = { ...this.settings, fetch: askOnce };
    const controller = new AbortController();
    const asked = this.#ask<ServiceList>(url, 'items', controller.signal, false, settings);
    // Shared with the first read, even where the answer is there before it.
    const shared: Shared = { answer: asked, controller, waiting: 0 };
    this.#shared.set(`${url} `, shared);
    timer(() => shared.waiting || this.#shared.delete(`${url} `), EARLY_FOR);
    return asked;
  }

  /** Asks once and waits no longer than so many milliseconds: something else can stand in. */
  hurry(timeoutMs: number): void {
    this.settings = { ...this.settings, timeoutMs, retry: 0 };
  }

  watch(onChange: (change: RegisterChange) => void): () => void {
    let stop: (() => void) | undefined;
    let isOver = false;
    // Pages without live elements never load this part. Where it cannot be loaded, the page still
    // reads anew whenever it is looked at.
    import('./watchers.ts').then(
      ({ watchersOf }) => {
        if (!isOver) stop = watchersOf(this, this.settings).add(onChange);
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
    const key = `${url} ${revalidate || ''}`;
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
    settings = this.settings,
  ): Promise<Answer<T>> {
    const request = ++this.#requests;
    try {
      const cache = revalidate ? 'no-cache' : undefined;
      // What has a path is no register, and is not asked.
      const found = await (hasPath(this.register)
        ? Promise.reject({})
        : requestJson<T>(url, field, { signal, cache }, settings));
      // While the register answers, so that its failures are told apart when it does not; but after
      // the answer is drawn. Safari and Node have no idle callbacks.
      (globalThis.requestIdleCallback ?? setTimeout)(() => loadInstead().catch(() => undefined));
      return this.#keep(url, request, toAnswer(found, 'fresh'));
    } catch (error) {
      if (signal.aborted) throw error;
      const { code, retryable } = error as RegisterError;
      if (code === 'not-found' || code === 'gone') this.#held.delete(url);
      const held = retryable && (this.#peek<T>(url) ?? (await (await this.stored)?.<T>(url)));
      if (held) {
        const freshness = { ...held.freshness, state: stateNow(true) };
        return this.#keep(url, request, { ...held, freshness });
      }
      const { answerInstead } = await loadInstead().catch(() => {
        throw error;
      });
      const question = { url, field, signal, revalidate };
      return this.#keep(url, request, await answerInstead(this, error, question, this.settings));
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
 * The source of a register, one for the whole page, so that elements share requests, memory and the
 * event stream.
 *
 * @param register Its origin; or the address of a static snapshot, of its folder or of the
 * `pvp-snapshot.json` in it.
 * @throws {ConfigurationError} where `register` is not an http(s) address.
 */
export function liveSource(register: string): LiveSource {
  const address = registerAddress(register);
  let source = sources.get(address);
  if (!source) sources.set(address, (source = new LiveSource(address)));
  return source;
}

/** @internal */
export function toAnswer<T>(
  { data, text, headers }: JsonAnswer<T>,
  state: Freshness['state'],
): Answer<T> {
  // The register's own clock: what the device believes decides nothing.
  const date = Date.parse(headers.get('date') ?? '') || Date.now();
  const age = (Number(headers.get('age')) || 0) * 1000;
  const fetchedAt = new Date(date - age).toISOString();
  return { data, freshness: { state, fetchedAt }, key: headers.get('etag') ?? text };
}

/** A part of its own: where nothing is wrong it is fetched after the first answer. */
const loadInstead = () => import('./instead.ts');
