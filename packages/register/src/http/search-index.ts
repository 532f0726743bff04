/** `GET /v1/search-index/{scope}` and its tiers. */
import { SEARCH_INDEX_TIERS, type SearchIndexHead } from '@pvp/contract';
import { VERSION, type Tier } from '@pvp/sdk/tiers';
import { IndexTiers } from '../search-index/index-tiers.ts';
import { isId } from './parameters.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, jsonRepresentation, send } from './reply.ts';
import { HttpProblem } from './problem.ts';
import { isSha256, sendPart } from './sync-parts.ts';
import { noSuchScope } from './sync-scope.ts';

const TIERS: readonly Tier[] = SEARCH_INDEX_TIERS;

export function addSearchIndexEndpoints(app: RegisterApp, context: RegisterContext): void {
  const tiers = new IndexTiers(context.model, context.clock);
  for (const [path, scopeOf] of [
    ['/v1/search-index/all', () => 'all'],
    ['/v1/search-index/institution/:id', institutionOf],
  ] as const) {
    endpoint(app, path, { GET: (c) => sendHead(c, tiers, scopeOf(c)) });
    endpoint(app, `${path}/:tier/:sha256`, { GET: (c) => sendTier(c, tiers, scopeOf(c)) });
  }
}

function institutionOf(c: RequestContext): string {
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw noSuchScope();
  return `institution/${id}`;
}

async function sendHead(c: RequestContext, tiers: IndexTiers, scope: string): Promise<Response> {
  const index = await tiers.current(scope);
  if (index === undefined) throw noSuchScope();
  const folder = scope.slice(scope.lastIndexOf('/') + 1);
  const head: SearchIndexHead = {
    checkpoint: index.checkpoint,
    version: VERSION,
    count: index.count,
    tiers: TIERS.map((tier) => {
      const { sha256, length } = index.tiers[tier];
      return { tier, href: `${folder}/${tier}/${sha256}`, sha256, bytes: length };
    }),
  };
  return send(c, jsonRepresentation(head), CACHE.head);
}

async function sendTier(c: RequestContext, tiers: IndexTiers, scope: string): Promise<Response> {
  const tier = TIERS.find((each) => each === c.req.param('tier'));
  const sha256 = c.req.param('sha256') ?? '';
  const bytes = tier && isSha256(sha256) ? await tiers.find(scope, tier, sha256) : undefined;
  if (bytes === undefined) {
    throw new HttpProblem('not-found', {
      detail: 'There is no such tier, or no longer: the index names those that are there.',
    });
  }
  return sendPart(c, bytes, CACHE.immutable);
}
