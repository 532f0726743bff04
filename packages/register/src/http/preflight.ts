import type { RequestContext } from './register-context.ts';
import { CACHE, reply } from './reply.ts';

/** Answers a browser that asks first, because a request carries more than a form could. */
export function preflight(methods: string, headers: string) {
  return (c: RequestContext): Response =>
    reply(c, 204, null, {
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': headers,
      'Access-Control-Max-Age': '600',
      'Cache-Control': CACHE.none,
    });
}
