import type { Oversize, Truncate } from '../fault.ts';

interface LengthOptions {
  /** `original`: as if the body were whole; `matching`: of what is really sent. */
  contentLength?: 'original' | 'matching';
}

/**
 * Sends the first `bytes` of the body as coded. With the original Content-Length the connection
 * then ends early; with a matching one the answer looks complete.
 */
export function truncate(
  bytes: number,
  { contentLength = 'original' }: LengthOptions = {},
): Truncate {
  return { type: 'truncate', bytes, contentLength };
}

/**
 * Sends `bytes` of spaces after the decoded body, with a matching Content-Length (still valid
 * JSON, only too much) or with the original one (bytes behind the end, then the connection ends).
 */
export function oversize(
  bytes: number,
  { contentLength = 'matching' }: LengthOptions = {},
): Oversize {
  return { type: 'oversize', bytes, contentLength };
}
