import type { AnswerList, SupportAnswer } from '@pvp/contract';
import type { RegisterError } from '../errors/register-error.ts';
import type { ServiceListQuery } from '../query/service-list-query.ts';
import { serviceListSearchParams } from '../query/service-list-search-params.ts';
import type { ReplicaCatalogue } from './replica-catalogue.ts';
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
} from './service-source.ts';

/** Answers kept in memory for `peek`; the one that was asked for longest ago goes first. */
const MAX_HELD = 100;

/** Works answers out from records that are at hand, as the register would. */
export abstract class LocalSource implements LifeEventSource, SupportSource {
  abstract readonly register: string;
  readonly isLocal = true;
  /** By question; the same until the contents or their age change. */
  readonly #held = new Map<string, Answer<unknown>>();

  peekList(query: ServiceListQuery): ServiceListAnswer | undefined {
    return this.#held.get(listKey(query)) as ServiceListAnswer | undefined;
  }

  peekService(id: string): ServiceAnswer | undefined {
    return this.#held.get(serviceKey(id)) as ServiceAnswer | undefined;
  }

  /** @throws {RangeError} where `cursor` is not the `next` of an answer. */
  async loadList(query: ServiceListQuery, options: LoadOptions = {}): Promise<ServiceListAnswer> {
    options.signal?.throwIfAborted();
    const key = listKey(query);
    const data = await this.ask(options, async (catalogue) => {
      if (query.q) await this.beforeSearch(catalogue, query.q, query.lang);
      options.signal?.throwIfAborted();
      return catalogue.index.answer(query);
    });
    // A card in a list changes with its service, its holder, its needs: the position says when.
    return this.#keep(key, data, this.position);
  }

  async loadService(id: string, options: LoadOptions = {}): Promise<ServiceAnswer> {
    options.signal?.throwIfAborted();
    const key = serviceKey(id);
    try {
      const data = await this.ask(options, (catalogue) => catalogue.service(id));
      return this.#keep(key, data, JSON.stringify(data));
    } catch (error) {
      const { code, retryable } = error as RegisterError;
      if (code === 'not-found' || code === 'gone') this.#held.delete(key);
      const held = this.#held.get(key) as ServiceAnswer | undefined;
      if (!held || !retryable) throw error;
      return this.#keep(key, held.data, held.key);
    }
  }

  peekLifeEvents(query: LifeEventQuery): LifeEventListAnswer | undefined {
    return this.#held.get(lifeEventsKey(query)) as LifeEventListAnswer | undefined;
  }

  async loadLifeEvents(
    query: LifeEventQuery,
    options: LoadOptions = {},
  ): Promise<LifeEventListAnswer> {
    options.signal?.throwIfAborted();
    const data = await this.ask(options, (catalogue) => catalogue.lifeEvents(query));
    return this.#keep(lifeEventsKey(query), data, this.position);
  }

  peekSupport(query: SupportQuery): Answer<SupportAnswer> | undefined {
    return this.#held.get(supportKey('support', query)) as Answer<SupportAnswer> | undefined;
  }

  async loadSupport(
    query: SupportQuery,
    options: LoadOptions = {},
  ): Promise<Answer<SupportAnswer>> {
    options.signal?.throwIfAborted();
    const { supportIn } = await loadSupportPart();
    const data = await this.ask(options, (catalogue) => supportIn(catalogue, query));
    return this.#keep(supportKey('support', query), data, this.position);
  }

  async loadAnswers(query: AnswersQuery, options: LoadOptions = {}): Promise<Answer<AnswerList>> {
    options.signal?.throwIfAborted();
    const { answersIn } = await loadSupportPart();
    const data = await this.ask(options, async (catalogue) => {
      if (query.q) await this.beforeSearch(catalogue, query.q, query.lang);
      options.signal?.throwIfAborted();
      return answersIn(catalogue, query);
    });
    return this.#keep(supportKey('answers', query), data, this.position);
  }

  abstract watch(onChange: (change: RegisterChange) => void): () => void;

  /** Puts a question to the catalogue, once there is one. */
  protected abstract ask<T>(
    options: LoadOptions,
    question: (catalogue: ReplicaCatalogue) => T | Promise<T>,
  ): Promise<T>;

  /** Fetches what a search for these words needs beside the records. */
  protected async beforeSearch(
    _catalogue: ReplicaCatalogue,
    _q: string,
    _lang: string | undefined,
  ): Promise<void> {}

  protected abstract get freshness(): Freshness;

  /** Another one where lists may be others. */
  protected abstract get position(): string;

  #keep<T>(key: string, data: T, contentKey: string): Answer<T> {
    const answer: Answer<T> = { data, freshness: this.freshness, key: contentKey };
    this.#held.delete(key);
    this.#held.set(key, answer);
    if (this.#held.size > MAX_HELD) this.#held.delete(this.#held.keys().next().value!);
    return answer;
  }
}

function listKey(query: ServiceListQuery): string {
  return `list ${serviceListSearchParams(query)}`;
}

function serviceKey(id: string): string {
  return `service ${id}`;
}

function lifeEventsKey(query: LifeEventQuery): string {
  return `life-events ${serviceListSearchParams(query)}`;
}

function supportKey(kind: 'support' | 'answers', query: AnswersQuery): string {
  return `${kind} ${JSON.stringify(Object.entries(query).sort())}`;
}

/** A part of its own: pages without a support widget never load it. */
const loadSupportPart = () => import('../support/local-support.ts');
