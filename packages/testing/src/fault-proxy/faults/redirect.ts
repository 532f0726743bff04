import type { Redirect } from '../fault.ts';

/** Sends the client to the same path and query at another origin. */
export function redirect(
  origin: string,
  { status = 302 }: { status?: Redirect['status'] } = {},
): Redirect {
  return { type: 'redirect', origin, status };
}
