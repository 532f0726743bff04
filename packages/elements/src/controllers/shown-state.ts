import type { Freshness } from '@pvp/sdk/source';
import type { QueryState } from './service-query.ts';

/** States that a page can style: `pvp-service-card:state(stale)`. */
export type CssState = 'loading' | 'stale' | 'offline' | 'empty' | 'error';

/** The states that follow from a query. `empty` says that an answer holds nothing to show. */
export function cssStateOf<T>(state: QueryState<T>, empty?: boolean): CssState | undefined {
  if (state.status === 'loading') return 'loading';
  if (state.status === 'failed') return state.lastGood ? 'stale' : 'error';
  if (state.status !== 'ready') return undefined;
  if (state.freshness.state !== 'fresh') return state.freshness.state;
  return empty ? 'empty' : undefined;
}

export function setCssState(internals: ElementInternals, state: CssState | undefined): void {
  internals.states.clear();
  try {
    if (state) internals.states.add(state);
  } catch {
    // Engines that knew dashed names only: the state is an addition, never needed to read.
  }
}

/** How old what is on show is: that of the answer, or `stale` where asking failed since. */
export function freshnessOf<T>(state: QueryState<T>): Freshness | undefined {
  if (state.status === 'ready') return state.freshness;
  if (state.status === 'failed' && state.lastGood) {
    return { ...state.lastGood.freshness, state: navigator.onLine ? 'stale' : 'offline' };
  }
  return undefined;
}

/** What is on show: the answer, the last good one, or until then that of the question before. */
export function shownData<T>(state: QueryState<T>): T | undefined {
  switch (state.status) {
    case 'ready':
      return state.data;
    case 'loading':
      return state.previous?.data;
    case 'failed':
      return state.lastGood?.data;
    case 'idle':
      return undefined;
  }
}

/** Whether the page gave the element something of its own to show. */
export function hasFallback(host: Element): boolean {
  return [...host.childNodes].some((node) =>
    node instanceof Element
      ? node.localName !== 'script'
      : node instanceof Text && !!node.data.trim(),
  );
}
