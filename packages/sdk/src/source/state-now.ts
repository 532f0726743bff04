import type { Freshness } from './service-source.ts';

/** State of the newest answer that can be had. `isBehind`: whoever gives answers could not be asked. */
export function stateNow(isBehind: boolean): Freshness['state'] {
  if (globalThis.navigator?.onLine === false) return 'offline';
  return isBehind ? 'stale' : 'fresh';
}
