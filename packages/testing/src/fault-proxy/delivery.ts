/** Hands an answer to the client write by write, and stops where a fault or a kill point says so. */
import type { ServerResponse } from 'node:http';
import type { LogEntry } from './request-log.ts';

export interface Stop {
  /** Body bytes as sent; 0 is after the headers. */
  at: number;
  /** Whether the delivery goes on. */
  act: () => Promise<boolean>;
}

export interface Delivery {
  response: ServerResponse;
  entry: LogEntry;
  pieces: AsyncIterable<Buffer>;
  stops: Stop[];
  /** Aborted when the client is gone or the proxy closes. */
  gone: AbortSignal;
}

/** The head must be written. Returns whether the whole body was sent; the caller ends the answer. */
export async function deliver({ response, entry, pieces, ...rest }: Delivery): Promise<boolean> {
  const { gone } = rest;
  const stops = [...rest.stops].sort((one, two) => one.at - two.at);
  response.flushHeaders();
  const mayGoOn = async () => {
    while (stops[0] !== undefined && stops[0].at <= entry.bytes) {
      const stop = stops.shift();
      if (stop && !(await stop.act())) return false;
      if (gone.aborted) return false;
    }
    return !gone.aborted;
  };
  if (!(await mayGoOn())) return false;
  for await (const piece of pieces) {
    let rest = piece;
    while (rest.length > 0) {
      const length = Math.min(rest.length, (stops[0]?.at ?? Infinity) - entry.bytes);
      await write(response, rest.subarray(0, length), gone);
      if (gone.aborted) return false;
      entry.bytes += length;
      rest = rest.subarray(length);
      if (!(await mayGoOn())) return false;
    }
  }
  for (const stop of stops) entry.unprovoked.push(`byte ${stop.at}: the body ended before it`);
  return true;
}

/** Resolves when the bytes are with the operating system, or the client is gone. */
function write(response: ServerResponse, bytes: Buffer, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      gone.removeEventListener('abort', done);
      resolve();
    };
    gone.addEventListener('abort', done);
    response.write(bytes, done);
  });
}
