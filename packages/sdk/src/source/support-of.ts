import type { AnswerList, SupportAnswer } from '@pvp/contract';
import { LiveSource } from './live-source.ts';
import type { AnswersQuery, ServiceSource, SupportSource } from './service-source.ts';

const supports = new WeakMap<LiveSource, SupportSource>();

/**
 * A source together with what it knows of support. Apart from the live source itself: few pages ask
 * for it, and all of them load that one.
 */
export function supportOf(source: LiveSource | SupportSource): SupportSource {
  if (!(source instanceof LiveSource)) return source;
  let support = supports.get(source);
  if (!support) supports.set(source, (support = new LiveSupport(source)));
  return support;
}

class LiveSupport implements SupportSource {
  readonly #live: LiveSource & Partial<SupportSource>;

  constructor(live: LiveSource) {
    this.#live = live;
  }

  get register(): string {
    return this.#live.register;
  }

  get isLocal(): boolean {
    return (this.#live as ServiceSource).isLocal ?? false;
  }

  peekList: SupportSource['peekList'] = (query) => this.#live.peekList(query);

  peekService: SupportSource['peekService'] = (id) => this.#live.peekService(id);

  loadList: SupportSource['loadList'] = (query, options) => this.#live.loadList(query, options);

  loadService: SupportSource['loadService'] = (id, options) => this.#live.loadService(id, options);

  watch: SupportSource['watch'] = (onChange) => this.#live.watch(onChange);

  // A snapshot that was found at the address answers in its place.

  peekSupport: SupportSource['peekSupport'] = (query) =>
    this.#live.peekSupport
      ? this.#live.peekSupport(query)
      : this.#live.peek<SupportAnswer>(pathOf('support', query));

  loadSupport: SupportSource['loadSupport'] = (query, options) =>
    this.#live.loadSupport
      ? this.#live.loadSupport(query, options)
      : this.#live.load<SupportAnswer>(pathOf('support', query), 'levels', options);

  loadAnswers: SupportSource['loadAnswers'] = (query, options) =>
    this.#live.loadAnswers
      ? this.#live.loadAnswers(query, options)
      : this.#live.load<AnswerList>(pathOf('answers', query), 'items', options);
}

/** Parameters in one order, so that equal questions share one copy in every cache. */
function pathOf(kind: 'support' | 'answers', query: AnswersQuery): string {
  const told = Object.entries(query).filter(([, value]) => value) as [string, string][];
  return `${kind}?${new URLSearchParams(told.sort())}`.replace(/\?$/, '');
}
