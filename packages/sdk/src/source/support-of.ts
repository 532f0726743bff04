import type { AnswerList, SupportAnswer } from '@pvp/contract';
import { LiveSource } from './live-source.ts';
import type { AnswersQuery, SupportSource } from './service-source.ts';

const supports = new WeakMap<LiveSource, SupportSource>();

/**
 * A source together with what it knows of support. Apart from the live source itself: few pages ask
 * for it, and all of them load that one.
 */
export function supportOf(source: LiveSource | SupportSource): SupportSource {
  if (!(source instanceof LiveSource)) return source;
  let support = supports.get(source);
  if (!support) supports.set(source, (support = withSupport(source)));
  return support;
}

function withSupport(live: LiveSource): SupportSource {
  const own: Pick<SupportSource, 'peekSupport' | 'loadSupport' | 'loadAnswers'> = {
    peekSupport: (query) => live.peek<SupportAnswer>(pathOf('support', query)),
    loadSupport: (query, options) =>
      live.load<SupportAnswer>(pathOf('support', query), 'levels', options),
    loadAnswers: (query, options) =>
      live.load<AnswerList>(pathOf('answers', query), 'items', options),
  };
  return new Proxy(own as SupportSource, {
    get(_, name): unknown {
      // A snapshot that was found at the address answers in its place: then it has these as well.
      const found: unknown = Reflect.get(live, name) ?? Reflect.get(own, name);
      return typeof found === 'function' ? found.bind(live) : found;
    },
  });
}

/** Parameters in one order, so that equal questions share one copy in every cache. */
function pathOf(kind: 'support' | 'answers', query: AnswersQuery): string {
  const told = Object.entries(query).filter(([, value]) => value) as [string, string][];
  return `${kind}?${new URLSearchParams(told.sort())}`.replace(/\?$/, '');
}
