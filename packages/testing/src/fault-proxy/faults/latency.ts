import type { Latency } from '../fault.ts';

/** Waits before anything else, `ms` and up to `jitter` more milliseconds by the proxy's clock. */
export function latency(ms: number, jitter = 0): Latency {
  return { type: 'latency', ms, jitter };
}
