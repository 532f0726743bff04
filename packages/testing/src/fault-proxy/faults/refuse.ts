import type { Refuse } from '../fault.ts';

/**
 * Closes the listening socket and cuts every connection; the same port listens again after `ms`
 * by the proxy's clock, or when `proxy.acceptConnections()` is called.
 */
export function refuse({ ms }: { ms?: number } = {}): Refuse {
  return { type: 'refuse', ...(ms === undefined ? {} : { ms }) };
}
