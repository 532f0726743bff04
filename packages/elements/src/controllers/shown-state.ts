import type { Answer } from '@pvp/sdk/source';
import type { QueryState } from './service-query.ts';

/** An answer as templates need it. */
export type Shown<T> = Pick<Answer<T>, 'data' | 'freshness'>;

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

/** More may be found yet: too early to say how much there is. */
export const isPartial = <T>(state: QueryState<T>): boolean =>
  state.status === 'ready' && !!state.partial;

export function setCssState(internals: ElementInternals, state: CssState | undefined): void {
  internals.states.clear();
  if (state) addState(internals, state);
}

export function addState(internals: ElementInternals, state: string): void {
  try {
    internals.states.add(state);
  } catch {
    // Engines that knew dashed names only: the state is an addition, never needed to read.
  }
}

/**
 * What is on show: the answer, the last good one, or until then that of the question before. Where
 * asking failed since, it is `stale` or `offline`.
 */
export function shownAnswer<T>(state: QueryState<T>): Shown<T> | undefined {
  switch (state.status) {
    case 'idle':
      return undefined;
    case 'loading':
      return state.previous;
    case 'ready':
      return state;
    case 'failed':
      return (
        state.lastGood && {
          data: state.lastGood.data,
          freshness: {
            ...state.lastGood.freshness,
            state: navigator.onLine ? 'stale' : 'offline',
          },
        }
      );
  }
}
