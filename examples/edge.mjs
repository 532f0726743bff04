/**
 * Suggestions for a search box, answered at the edge: a handler from `Request` to `Response`, as
 * workers have it. Knows nothing of Node, so it is bundled as it stands:
 *
 *   npx esbuild examples/edge.mjs --bundle --format=esm --outfile=worker.js
 *
 * `GET /ieteikumi?q=bērns` gives `{"items":[{"id","title"}]}`.
 */
import { RegisterClient, RegisterError } from '@pvp/sdk/client';

const LIMIT = 5;

export default {
  /** @param env What the platform is configured with: `REGISTER`, the register's origin. */
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== '/ieteikumi') return new Response(null, { status: 404 });
    if (request.method !== 'GET')
      return new Response(null, { status: 405, headers: { Allow: 'GET' } });
    const q = (searchParams.get('q') ?? '').trim().slice(0, 100);
    if (q === '') return json({ items: [] }, 3600);
    // Short limits: whoever types does not wait. The platform's cache keeps the register's answers.
    const client = new RegisterClient({ register: env.REGISTER, timeoutMs: 2_000, retry: 1 });
    try {
      const { items } = await client.listServices({ q, limit: LIMIT }, { signal: request.signal });
      return json({ items: items.map(({ id, title }) => ({ id, title })) }, 60);
    } catch (error) {
      if (!(error instanceof RegisterError)) throw error;
      // No suggestions are better than an error in a search box; nobody keeps them.
      return json({ items: [] }, 0);
    }
  },
};

function json(body, maxAge) {
  const cache = maxAge > 0 ? `public, max-age=${maxAge}` : 'no-store';
  return Response.json(body, {
    headers: { 'Cache-Control': cache, 'Access-Control-Allow-Origin': '*' },
  });
}
