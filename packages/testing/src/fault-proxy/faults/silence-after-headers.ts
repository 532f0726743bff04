import type { Silence } from '../fault.ts';

/** Sends the headers and `bytes` of the body, then nothing until the client gives up. */
export function silenceAfterHeaders(bytes = 0): Silence {
  return { type: 'silence', afterBytes: bytes };
}
