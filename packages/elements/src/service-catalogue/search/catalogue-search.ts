/**
 * Search without waiting: answers from an index that the page holds, what each row was found by, and
 * the register behind it. A chunk of its own, fetched when the browser has time after the first list,
 * or when somebody goes into the search field.
 */
import type { ServiceList } from '@pvp/contract';
import type { CardIndex, Extent } from '@pvp/sdk/nearby';
import { Slices, type ServiceListQuery } from '@pvp/sdk/query';
import { LiveSource, type Answer, type LoadOptions, type ServiceSource } from '@pvp/sdk/source';
import type { LitElement } from 'lit';
import type { Question, QueryState } from '../../controllers/service-query.ts';
import { listQuery, noFilters } from '../catalogue-filters.ts';
import type { Settings } from '../catalogue-settings.ts';
import type { CatalogueVisit } from '../catalogue-visit.ts';
import { whenIdle } from './after-paint.ts';
import { FoundWords } from './found-words.ts';
import { LastWords } from './last-words.ts';
import { nearbyOf, scopeOf, type Nearby } from './nearby.ts';
import { nextQuestions } from './next-questions.ts';
import { RowsFirst } from './rows-first.ts';

/** From the last key to the question that the register gets; the answer stands there already. */
const QUESTION_DELAY = 120;
/** What could not be had, or was another one, is asked for again no sooner, in milliseconds. */
const AGAIN_AFTER = 30_000;

/** Letters that questions begin with, and how many of them are drawn too. */
const LETTERS = 'psadvkibrntlmuzegjcofhāēšžīķģļņčū';
const DRAWN = 4;

type ListAnswer = Answer<ServiceList>;

export interface SearchHost extends LitElement {
  worker: boolean;
}

export class CatalogueSearch {
  readonly #host: SearchHost;
  readonly #settings: () => Settings | undefined;
  readonly #visit: CatalogueVisit;
  readonly #words: FoundWords;
  /** Draws the rows of an answer to a key. */
  readonly rows: RowsFirst;
  #asked = '';
  #nearby: Nearby | undefined;
  /** Source and scope that it is the index of. */
  #subject: { source: ServiceSource; scope: string } | undefined;
  /** Stands in where there is no index: search in the cards of a list that is whole. */
  #cards: { of: ListAnswer; index?: CardIndex } | undefined;
  /** The first index of this subject is on its way. */
  #growing: Promise<unknown> | undefined;
  /** No index can be had. */
  #isRefused = false;
  /** The register has said something else, or may have: its index may be another one now. */
  #isOutdated = false;
  /** A change was told of: that the index is asked for once more is no guess. */
  #isHeard = false;
  #renewing: Promise<unknown> | undefined;
  #renewedAt = -Infinity;
  #begunAt = -Infinity;
  /** The register did not answer last time. */
  #isUnheard = false;
  #answers = 0;

  constructor(host: SearchHost, visit: CatalogueVisit, settings: () => Settings | undefined) {
    this.#host = host;
    this.#visit = visit;
    this.#settings = settings;
    this.rows = new RowsFirst(host, visit);
    this.#words = new FoundWords(host, visit);
    new LastWords(host, visit);
    // Data that nobody asked for are not for those who save them.
    this.#follow();
    if (!savesData()) this.#grow('titles');
  }

  /** Whether a key is answered without a request. */
  get isAtHand(): boolean {
    this.#follow();
    return Boolean(this.#nearby?.extent ?? this.#cards?.index);
  }

  /** Somebody is about to search: everything that answers are made from is fetched. */
  begin(): void {
    this.#follow();
    const now = performance.now();
    if (this.#isWhole || savesData() || now - this.#begunAt < AGAIN_AFTER) return;
    this.#begunAt = now;
    this.#grow('whole');
  }

  /**
   * Marks what is searched for in the rows of its answer. Until that comes, the rows of the question
   * before are on show, and keep the marks that they have.
   */
  mark(state: QueryState<ServiceList>): void {
    const answer = state.status === 'failed' ? state.lastGood : state;
    if (!answer || !('data' in answer)) return;
    this.#words.show(answer.data.items, this.#visit.filters.q, this.#nearby?.words);
  }

  /**
   * The question for the beginning of a list. What is at hand answers at once; the register is asked
   * when typing pauses, and has the last word.
   */
  question(source: ServiceSource, query: ServiceListQuery): Question<ServiceList> {
    this.#follow();
    if (query.q && this.#isOutdated) this.#renew();
    const key = JSON.stringify(query);
    const visit = this.#visit;
    this.#asked = key;
    let isAnswered = false;
    const first = <T extends ListAnswer | undefined>(answer: T): T => {
      if (answer && !isAnswered && key === this.#asked) {
        isAnswered = true;
        visit.hurried = visit.byKey;
        if (visit.byKey) this.#foresee();
      }
      return answer;
    };
    let near: ListAnswer | undefined;
    const keep = (list: ServiceList | undefined) => {
      near = list && this.#answer(list);
      // That nothing is found, the register says, together with what is near.
      return list?.total ? near : undefined;
    };
    return {
      source,
      key,
      peek: () => first(source.peekList(query) ?? keep(this.#peek(query))),
      near: async () => {
        // It may come sooner than what the register says.
        await this.#growing;
        return first(keep((await this.#nearby?.ask?.(query)) ?? this.#peek(query)));
      },
      load: async (options) => {
        if (visit.typing && this.isAtHand && !options.revalidate) await pause(options.signal);
        return first(await this.#confirm(source, query, options, () => near));
      },
    };
  }

  #peek(query: ServiceListQuery): ServiceList | undefined {
    if (!this.#nearby?.extent) this.#useCards();
    return this.#nearby?.peek(query) ?? this.#cards?.index?.list(query);
  }

  get #isWhole(): boolean {
    return this.#nearby?.extent === 'whole' && !this.#isOutdated && !this.#renewing;
  }

  #answer(data: ServiceList): ListAnswer {
    const state = !this.#isUnheard ? 'fresh' : navigator.onLine ? 'stale' : 'offline';
    return {
      data,
      freshness: { state, fetchedAt: this.#nearby?.fetchedAt ?? new Date().toISOString() },
      key: `nearby ${++this.#answers}`,
      ...(!this.#isWhole && { partial: true }),
    };
  }

  async #confirm(
    source: ServiceSource,
    query: ServiceListQuery,
    options: LoadOptions,
    nearNow: () => ListAnswer | undefined,
  ): Promise<ListAnswer> {
    // Somebody has heard of a change.
    if (options.revalidate) this.#isOutdated = this.#isHeard = true;
    let answer: ListAnswer;
    try {
      answer = await source.loadList(query, options);
    } catch (error) {
      this.#isUnheard ||= !options.signal?.aborted;
      throw error;
    }
    const near = nearNow();
    this.#isUnheard = answer.freshness.state !== 'fresh';
    if (this.#isUnheard) {
      // An old copy of the register's answer knows no more than a whole index that came after it.
      const isNewer =
        near && !near.partial && near.freshness.fetchedAt > answer.freshness.fetchedAt;
      return isNewer ? { ...near, freshness: { ...near.freshness, ...stateOf(answer) } } : answer;
    }
    this.#nearby?.learn(answer.data.items);
    if (!near || near.partial) return answer;
    // The same again is not drawn again.
    if (essence(near.data) === essence(answer.data)) return { ...answer, key: near.key };
    this.#isOutdated = true;
    return answer;
  }

  /** A list that stands whole on the page can be searched without more of the register. */
  #useCards(): void {
    const { source, scope } = this.#settings() ?? {};
    // What answers without a network needs nothing beside it.
    if (!source || source.isLocal || !scope || !(this.#isRefused || savesData())) return;
    const asked = listQuery(scope, noFilters);
    const list = source.peekList(asked);
    if (!list || list === this.#cards?.of || list.data.next !== undefined) return;
    const cards: { of: ListAnswer; index?: CardIndex } = { of: list };
    this.#cards = cards;
    import('./cards.ts')
      .then(async ({ CardIndex }) => (cards.index = await CardIndex.of(list.data.items, asked)))
      // Without it the register is asked.
      .catch(() => undefined);
  }

  /** Another register, or another institution: another index. */
  #follow(): void {
    const { source, scope } = this.#settings() ?? {};
    if (!source || !scope) return;
    const name = scopeOf(scope);
    if (this.#subject?.source === source && this.#subject.scope === name) return;
    this.#subject = { source, scope: name };
    this.#cards = undefined;
    this.#begunAt = this.#renewedAt = -Infinity;
    this.#isRefused = this.#isOutdated = this.#isHeard = this.#isUnheard = false;
    const isRegister = source instanceof LiveSource && !(source as ServiceSource).isLocal;
    this.#growing = undefined;
    this.#nearby = isRegister ? nearbyOf(source, name, this.#host.worker) : undefined;
    this.#isRefused = !this.#nearby;
    this.#useCards();
  }

  #grow(extent: Extent): void {
    const nearby = this.#nearby;
    if (!nearby) return;
    // Neither in the task in which this code begins, nor in the way of the first key.
    const grown = new Promise<void>(whenIdle)
      .then(() => nearby.grow(extent))
      .then(
        () => (this.#visit.byKey ? this.#foresee() : whenIdle(() => void this.#rehearse())),
        () => {
          if (nearby !== this.#nearby) return;
          this.#isRefused = true;
          this.#useCards();
        },
      );
    this.#growing ??= grown;
  }

  /** In steps; whoever types by then waits for no other one. */
  async #rehearse(): Promise<void> {
    const time = new Slices();
    for (const step of this.#rehearsing()) {
      await step;
      if (time.isOver) await time.next();
      if (this.#isOutdated || this.#visit.byKey) return;
    }
  }

  /**
   * Code that has hardly ever run takes several times as long: that is not left to the first key, and
   * neither is its answer. Answers come first: somebody may be about to type.
   */
  *#rehearsing(): Generator<unknown> {
    const drawn: ServiceList[] = [];
    for (const q of LETTERS) {
      const { source, scope } = this.#settings() ?? {};
      if (!source || !scope) return;
      const asked = this.#asked;
      const list = this.question(source, listQuery(scope, { ...noFilters, q })).peek()?.data;
      this.#asked = asked;
      yield list;
      if (!list) continue;
      // Cards are made when they are read.
      for (let at = 0; at < DRAWN; at++) yield list.items[at];
      if (drawn.length < DRAWN && drawn.push(list) === 1) yield* this.rows.rehearsing(list);
    }
    for (const list of drawn) yield* this.rows.rehearsing(list);
  }

  /** Each step when nothing else waits: rows and marks come first, and so does the next key. */
  #foresee(key = this.#asked, steps = this.#foreseeing()): void {
    whenIdle(() => {
      if (key === this.#asked && !steps.next().done) this.#foresee(key, steps);
    });
  }

  /** Answers what may be typed next while the answer before is read: the next key finds its own. */
  *#foreseeing(): Generator<unknown> {
    const { filters } = this.#visit;
    const { scope } = this.#settings() ?? {};
    const answered = (q: string) =>
      scope && this.#nearby?.peek(listQuery(scope, { ...filters, q }))?.items;
    for (const q of nextQuestions(filters.q, answered(filters.q) ?? [])) {
      yield answered(q)?.slice(0, DRAWN);
    }
  }

  #renew(): void {
    const now = performance.now();
    const isEarly = !this.#isHeard && now - this.#renewedAt < AGAIN_AFTER;
    if (this.#renewing || isEarly) return;
    if (!this.#isHeard) this.#renewedAt = now;
    this.#isOutdated = this.#isHeard = false;
    const nearby = this.#nearby;
    this.#renewing = nearby?.renew().then(
      () => (this.#renewing = undefined),
      () => {
        this.#renewing = undefined;
        this.#isOutdated ||= nearby === this.#nearby;
      },
    );
  }
}

const searches = new WeakMap<SearchHost, CatalogueSearch>();

/**
 * The search of an element; the same one each time. Made in a task of its own: neither in that in which
 * this code begins, nor in that which draws what comes of it.
 */
export async function searchOf(
  host: SearchHost,
  visit: CatalogueVisit,
  settings: () => Settings | undefined,
): Promise<CatalogueSearch> {
  const time = new Slices();
  await time.next();
  let search = searches.get(host);
  if (!search) searches.set(host, (search = new CatalogueSearch(host, visit, settings)));
  await time.next();
  return search;
}

/** All that an index can know of a list. */
function essence({ items, total, facets: { institution: _, ...facets } }: ServiceList): string {
  return JSON.stringify([items.map(({ hash: _, ...card }) => card), total, facets]);
}

const stateOf = ({ freshness: { state } }: ListAnswer) => ({ state });

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Throws where the next key has come by then: to be told of it sooner would cost every key. */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, QUESTION_DELAY));
  signal?.throwIfAborted();
}
