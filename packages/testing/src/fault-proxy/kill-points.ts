/** Places at which a test ends its client, or the target, in the middle of a request. */
import type { LogEntry } from './request-log.ts';

export type KillMoment = 'before-forwarding' | 'after-headers' | { bodyBytes: number };

/** Awaited: the request goes on when it returns, if the client is still there. */
export type KillCallback = (entry: LogEntry) => unknown;

export interface KillPoint {
  n: number;
  moment: KillMoment;
  callback: KillCallback;
  /** Whether the place was reached. */
  fired: boolean;
}
