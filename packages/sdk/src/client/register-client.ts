import type {
  AnswerList,
  Head,
  Health,
  KnowledgeEntry,
  LifeEventAnswer,
  LifeEventList,
  Organization,
  Profile,
  ResourceStatusAnswer,
  Service,
  ServiceList,
  SupportAnswer,
  VocabularyAnswer,
} from '@pvp/contract';
import type { ServiceListQuery } from '../query/service-list-query.ts';
import { serviceListSearchParams } from '../query/service-list-search-params.ts';
import type { AnswersQuery } from '../source/service-source.ts';
import { registerOrigin } from './register-origin.ts';
import { requestJson, type RequestSettings } from './request-json.ts';

export interface RegisterClientOptions extends RequestSettings {
  /** Origin of the register or of a mirror: `https://register.example`. */
  register: string;
}

export interface ReadOptions {
  signal?: AbortSignal;
  /** Ask the register even where the HTTP cache holds a copy that is young enough. */
  revalidate?: boolean;
}

/** A page of a list. */
export interface Page<T> {
  items: T[];
  total: number;
  /** `cursor` of the next page; absent on the last one. */
  next?: string;
}

export interface KnowledgeQuery {
  q?: string;
  service?: string;
  institution?: string;
  lang?: string;
  cursor?: string;
  limit?: number;
}

type Params = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/**
 * The read API of a register, one method per endpoint. Each asks anew; a source
 * (`liveSource`) remembers, shares requests and stands in when the register fails.
 *
 * Every method throws a `RegisterError`, or the signal's reason where the caller aborted.
 */
export class RegisterClient {
  /** Origin, without a slash at the end. */
  readonly register: string;
  readonly #settings: RequestSettings;

  /** @throws {ConfigurationError} where `register` is not an http(s) origin. */
  constructor({ register, ...settings }: RegisterClientOptions) {
    this.register = registerOrigin(register);
    this.#settings = settings;
  }

  /** `GET /v1/services` */
  listServices(query: ServiceListQuery = {}, options?: ReadOptions): Promise<ServiceList> {
    return this.#get(`services?${serviceListSearchParams(query)}`, 'items', options);
  }

  /** `GET /v1/services/{idOrAlias}`; a retired service throws `GoneError` with its successor. */
  getService(idOrAlias: string, options?: ReadOptions): Promise<Service> {
    return this.#get(path`services/${idOrAlias}`, 'id', options);
  }

  /** `GET /v1/life-events` */
  listLifeEvents(
    query: { institution?: readonly string[]; profile?: Profile } = {},
    options?: ReadOptions,
  ): Promise<LifeEventList> {
    return this.#get(`life-events${search({ ...query })}`, 'items', options);
  }

  /** `GET /v1/life-events/{id}` */
  getLifeEvent(id: string, options?: ReadOptions): Promise<LifeEventAnswer> {
    return this.#get(path`life-events/${id}`, 'id', options);
  }

  /** `GET /v1/organizations` */
  listOrganizations(
    query: { cursor?: string; limit?: number } = {},
    options?: ReadOptions,
  ): Promise<Page<Organization>> {
    return this.#get(`organizations${search({ ...query })}`, 'items', options);
  }

  /** `GET /v1/organizations/{id}` */
  getOrganization(id: string, options?: ReadOptions): Promise<Organization> {
    return this.#get(path`organizations/${id}`, 'id', options);
  }

  /** `GET /v1/resources/{id}/status` */
  getResourceStatus(id: string, options?: ReadOptions): Promise<ResourceStatusAnswer> {
    return this.#get(path`resources/${id}/status`, 'status', options);
  }

  /** `GET /v1/support` */
  getSupport(
    query: { service?: string; institution?: string } = {},
    options?: ReadOptions,
  ): Promise<SupportAnswer> {
    return this.#get(`support${search({ ...query })}`, 'levels', options);
  }

  /** `GET /v1/answers`; without `q`, what people ask most about the service or institution. */
  findAnswers(query: AnswersQuery = {}, options?: ReadOptions): Promise<AnswerList> {
    return this.#get(`answers${search({ ...query })}`, 'items', options);
  }

  /** `GET /v1/knowledge` */
  listKnowledge(query: KnowledgeQuery = {}, options?: ReadOptions): Promise<Page<KnowledgeEntry>> {
    return this.#get(`knowledge${search({ ...query })}`, 'items', options);
  }

  /** `GET /v1/vocabulary`; by default every entry in all its languages. */
  getVocabulary(
    query: { lang?: readonly string[]; form?: 'entries' | 'compact' } = {},
    options?: ReadOptions,
  ): Promise<VocabularyAnswer> {
    return this.#get(`vocabulary${search({ ...query })}`, 'version', options);
  }

  /** `GET /v1/sync/{scope}/head`; `all`, `institution/{id}` or `life-event/{id}`. */
  getHead(scope = 'all', options?: ReadOptions): Promise<Head> {
    const steps = scope.split('/').map(encodeURIComponent).join('/');
    return this.#get(`sync/${steps}/head`, 'checkpoint', options);
  }

  /** `GET /v1/health`; a register that cannot answer throws `ProblemError` with status 503. */
  getHealth(options?: ReadOptions): Promise<Health> {
    return this.#get('health', 'status', options);
  }

  async #get<T>(address: string, field: keyof T & string, options: ReadOptions = {}): Promise<T> {
    const url = `${this.register}/v1/${address.replace(/\?$/, '')}`;
    const { signal, revalidate } = options;
    const request = { signal, cache: revalidate ? ('no-cache' as const) : undefined };
    return (await requestJson<T>(url, field, request, this.#settings)).data;
  }
}

function path(fixed: TemplateStringsArray, ...ids: string[]): string {
  return String.raw({ raw: fixed }, ...ids.map(encodeURIComponent));
}

function search(params: Params): string {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value ?? []].flat()) all.append(name, String(one));
  }
  const text = String(all);
  return text && `?${text}`;
}
