/** What reached the proxy and what became of it. */
import type { Fault } from './fault.ts';
import type { ProxyRequest } from './request-match.ts';

export interface LogEntry extends ProxyRequest {
  /** Types of the faults that the request met. */
  faults: Fault['type'][];
  /** Whether the target was asked. */
  forwarded: boolean;
  /** What the client was given; undefined where no header was sent. */
  status: number | undefined;
  /** Body bytes handed to the client's connection. */
  bytes: number;
  /** The client went away before its answer was complete. */
  aborted: boolean;
  /** The proxy cut the connection, as a fault demands. */
  cut: boolean;
  /** Nothing more happens to this request. */
  done: boolean;
  /** Why the target gave no complete answer. */
  targetError?: string;
  /** Faults and kill points that this answer gave no hold for, one sentence each. */
  unprovoked: string[];
}

/** An entry as one line, for a comparison of exact requests: `GET /v1/services?q=x`. */
export function requestLine({ method, url }: ProxyRequest): string {
  return `${method} ${url}`;
}
