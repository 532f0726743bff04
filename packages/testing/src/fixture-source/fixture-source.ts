import type { AnswerList, Outage, ServiceList, SupportAnswer } from '@pvp/contract';
import { serviceListSearchParams, type ServiceListQuery } from '@pvp/sdk/query';
import { ReplicaCatalogue } from '@pvp/sdk/replica-catalogue';
import type {
  Answer,
  AnswersQuery,
  Freshness,
  LifeEventListAnswer,
  LifeEventQuery,
  LifeEventSource,
  LoadOptions,
  RegisterChange,
  ServiceAnswer,
  ServiceListAnswer,
  SupportQuery,
  SupportSource,
} from '@pvp/sdk/source';
import { answersIn, supportIn } from '@pvp/sdk/support';
import type { ReplicaRecord } from '@pvp/sdk/sync';

/** Records as the register publishes them, and what it adds of the state of resources. */
export interface FixtureRecords {
  records: readonly ReplicaRecord[];
  /** What is not in order, by id of the service. */
  outages?: Readonly<Record<string, readonly Outage[]>>;
}

/**
 * What happens to every question: `pending` is never answered, an error is thrown, and the other
 * words are the age of the answer.
 */
export type FixtureMood = Freshness['state'] | 'pending' | Error;

export interface FixtureSourceOptions {
  mood?: FixtureMood;
  /** When the answers were fetched. Default: a fixed moment, so that pictures can be compared. */
  fetchedAt?: string;
  /** Origin that the elements link to. No request is ever made. */
  register?: string;
}

const FETCHED_AT = '2026-11-20T12:05:00Z';

/** Answers from records in memory, as the register would, without a register and a network. */
export class FixtureSource implements LifeEventSource, SupportSource {
  readonly register: string;
  readonly isLocal = true;
  /** May change while elements are on show: the next question meets the new one. */
  mood: FixtureMood;

  readonly #records = new Map<string, ReplicaRecord>();
  readonly #outages: NonNullable<FixtureRecords['outages']>;
  readonly #fetchedAt: string;
  readonly #held = new Map<string, Answer<unknown>>();
  readonly #watchers = new Set<(change: RegisterChange) => void>();
  #catalogue: Promise<ReplicaCatalogue> | undefined;
  #version = 0;

  constructor({ records, outages = {} }: FixtureRecords, options: FixtureSourceOptions = {}) {
    this.register = options.register ?? 'https://register.example';
    this.mood = options.mood ?? 'fresh';
    this.#fetchedAt = options.fetchedAt ?? FETCHED_AT;
    this.#outages = outages;
    for (const record of records) this.#records.set(`${record.type}/${record.id}`, record);
  }

  /** Writes a record and tells whoever watches. */
  async put(record: ReplicaRecord): Promise<void> {
    this.#records.set(`${record.type}/${record.id}`, record);
    (await this.#catalogue)?.put(record);
    this.#held.clear();
    this.#version++;
    const change = { checkpoint: String(this.#version), scopes: ['all'] };
    for (const tell of this.#watchers) tell(change);
  }

  peekList(query: ServiceListQuery): ServiceListAnswer | undefined {
    return this.#peek(listKey(query));
  }

  peekService(id: string): ServiceAnswer | undefined {
    return this.#peek(`service ${id}`);
  }

  loadList(query: ServiceListQuery, options?: LoadOptions): Promise<ServiceListAnswer> {
    return this.#answer<ServiceList>(listKey(query), options, async ({ index }) =>
      index.answer(query),
    );
  }

  loadService(id: string, options?: LoadOptions): Promise<ServiceAnswer> {
    return this.#answer(`service ${id}`, options, async (catalogue) => {
      const service = await catalogue.service(id);
      const outages = [...(this.#outages[service.id] ?? [])];
      return outages.length ? { ...service, derived: { ...service.derived, outages } } : service;
    });
  }

  peekLifeEvents(query: LifeEventQuery): LifeEventListAnswer | undefined {
    return this.#peek(lifeEventsKey(query));
  }

  loadLifeEvents(query: LifeEventQuery, options?: LoadOptions): Promise<LifeEventListAnswer> {
    return this.#answer(lifeEventsKey(query), options, (catalogue) => catalogue.lifeEvents(query));
  }

  peekSupport(query: SupportQuery): Answer<SupportAnswer> | undefined {
    return this.#peek(supportKey('support', query));
  }

  /** As a register that takes requests. */
  loadSupport(query: SupportQuery, options?: LoadOptions): Promise<Answer<SupportAnswer>> {
    return this.#answer(supportKey('support', query), options, async (catalogue) => ({
      ...(await supportIn(catalogue, query)),
      takesRequests: true,
    }));
  }

  loadAnswers(query: AnswersQuery, options?: LoadOptions): Promise<Answer<AnswerList>> {
    return this.#answer(supportKey('answers', query), options, (catalogue) =>
      answersIn(catalogue, query),
    );
  }

  watch(onChange: (change: RegisterChange) => void): () => void {
    this.#watchers.add(onChange);
    return () => void this.#watchers.delete(onChange);
  }

  #peek<T>(key: string): Answer<T> | undefined {
    return this.mood === 'fresh' ? (this.#held.get(key) as Answer<T> | undefined) : undefined;
  }

  async #answer<T>(
    key: string,
    { signal }: LoadOptions = {},
    read: (catalogue: ReplicaCatalogue) => Promise<T>,
  ): Promise<Answer<T>> {
    signal?.throwIfAborted();
    const { mood } = this;
    if (mood === 'pending') return new Promise((_, reject) => rejectOnAbort(signal, reject));
    if (mood instanceof Error) throw mood;
    this.#catalogue ??= this.#read();
    const data = await read(await this.#catalogue);
    signal?.throwIfAborted();
    const answer: Answer<T> = {
      data,
      freshness: { state: mood, fetchedAt: this.#fetchedAt },
      key: `${key} ${this.#version}`,
    };
    this.#held.set(key, answer);
    return answer;
  }

  async #read(): Promise<ReplicaCatalogue> {
    const records = this.#records;
    const catalogue = await ReplicaCatalogue.of({
      get: async <T>(kind: string, id: string) => records.get(`${kind}/${id}`) as T | undefined,
      async *records<T>(kind?: string) {
        for (const record of records.values()) {
          if (kind === undefined || record.type === kind) yield record as T;
        }
      },
    });
    for (const [id, [first]] of Object.entries(this.#outages)) {
      catalogue.index.setOutage(id, first?.state);
    }
    return catalogue;
  }
}

function listKey(query: ServiceListQuery): string {
  return `list ${serviceListSearchParams(query)}`;
}

function lifeEventsKey(query: LifeEventQuery): string {
  return `life-events ${serviceListSearchParams(query)}`;
}

function supportKey(kind: string, query: AnswersQuery): string {
  return `${kind} ${JSON.stringify(Object.entries(query).sort())}`;
}

function rejectOnAbort(signal: AbortSignal | undefined, reject: (reason: unknown) => void): void {
  signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
}
