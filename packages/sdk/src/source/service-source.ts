/**
 * Where elements get descriptions from. The live register, a replica and a static snapshot
 * implement the same interface, so an element changes its source without a change of markup.
 */
import type {
  AnswerList,
  LifeEventList,
  Profile,
  Service,
  ServiceList,
  SupportAnswer,
} from '@pvp/contract';
import type { ServiceListQuery } from '../query/service-list-query.ts';

/** How old an answer is and why. */
export interface Freshness {
  /**
   * `fresh`: confirmed by the register just now, or within the time that the register allows.
   * `stale`: older, because the register could not be asked or failed. `offline`: the device has
   * no network.
   */
  state: 'fresh' | 'stale' | 'offline';
  /** When the register gave this answer (its own clock, `Date` less `Age`). UTC, RFC 3339. */
  fetchedAt: string;
}

/** One answer together with its age. `key` is equal for equal content. */
export interface Answer<T> {
  data: T;
  freshness: Freshness;
  /** Differs where the content differs: repaint only then. */
  key: string;
  /** Made from a part of what the register knows: it may find more. */
  partial?: boolean;
}

export interface LoadOptions {
  signal?: AbortSignal;
  /** Ask the register even where the HTTP cache holds a copy that is young enough. */
  revalidate?: boolean;
}

/** A description as a source gives it: with what follows from other objects. */
export type ServiceAnswer = Answer<Service>;
export type ServiceListAnswer = Answer<ServiceList>;
export type LifeEventListAnswer = Answer<LifeEventList>;

export interface ServiceSource {
  /** Origin of the register, without a slash at the end. */
  readonly register: string;

  /** No network lies between a question and its answer: one may ask at every key. */
  readonly isLocal?: boolean;

  /** The last good answer in memory, at no cost. Never asks the network. */
  peekList(query: ServiceListQuery): ServiceListAnswer | undefined;
  peekService(id: string): ServiceAnswer | undefined;

  /**
   * Asks. Equal questions under way share one request; an abort ends the wait of this caller
   * alone. Where the register cannot answer and an older answer is held, in memory or in the HTTP
   * cache, gives that one as `stale` or `offline`.
   *
   * @throws {RegisterError} where nothing can be given; see `code` and `retryable`.
   */
  loadList(query: ServiceListQuery, options?: LoadOptions): Promise<ServiceListAnswer>;
  loadService(id: string, options?: LoadOptions): Promise<ServiceAnswer>;

  /**
   * Says when something changed in the register, until the returned function is called. One event
   * stream per register is shared by all callers and, where the browser can, by all tabs.
   */
  watch(onChange: (change: RegisterChange) => void): () => void;
}

/** Whose services life events are to lead to. Default: everybody's. */
export interface LifeEventQuery {
  /** Ids of holders or providers. */
  institution?: readonly string[];
  profile?: Profile;
}

/** A source that knows the situations of life, too, with their needs and services. */
export interface LifeEventSource extends ServiceSource {
  /** As `peekList`. */
  peekLifeEvents(query: LifeEventQuery): LifeEventListAnswer | undefined;
  /**
   * All life events in the order of their titles in Latvian, each with the ids of the services of
   * each need. As `loadList` otherwise.
   *
   * @throws {RegisterError} where nothing can be given.
   */
  loadLifeEvents(query: LifeEventQuery, options?: LoadOptions): Promise<LifeEventListAnswer>;
}

/** For whom support is asked; with neither, the support of the whole country. */
export interface SupportQuery {
  /** Id or former id of a service; without `institution` its holder gives the support. */
  service?: string | undefined;
  /** Id of an organization. */
  institution?: string | undefined;
}

/** A question in a person's own words; without `q`, what people ask most. */
export interface AnswersQuery extends SupportQuery {
  q?: string | undefined;
  /** Preferred language of the answers. Default `lv`. */
  lang?: string | undefined;
  /** At most so many. Default 5. */
  limit?: number | undefined;
}

/** A source that knows who helps, and what the knowledge base answers. */
export interface SupportSource extends ServiceSource {
  /** As `peekList`. */
  peekSupport(query: SupportQuery): Answer<SupportAnswer> | undefined;
  /**
   * Who helps with a service or at an institution: places of the service over those of the
   * institution over those of the country. As `loadService` otherwise.
   *
   * @throws {RegisterError} where nothing can be given.
   */
  loadSupport(query: SupportQuery, options?: LoadOptions): Promise<Answer<SupportAnswer>>;
  /**
   * Registered sentences that answer a question, best first.
   *
   * @throws {RegisterError} where nothing can be given.
   */
  loadAnswers(query: AnswersQuery, options?: LoadOptions): Promise<Answer<AnswerList>>;
}

/** A notice that carries no content: read again what is on show. */
export interface RegisterChange {
  checkpoint: string;
  /** `all`, `institution/{id}`, `life-event/{id}`. */
  scopes: readonly string[];
}
