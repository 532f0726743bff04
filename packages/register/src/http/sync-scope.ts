/** Scopes in addresses, and who may read them. */
import { isId } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import { authenticate } from './admin-access.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE } from './reply.ts';

/**
 * @param scope By the id of its subject.
 * @param asked As the reader names it, by an alias or a registration number too: what is signed for
 * that reader.
 */
type ScopeHandler = (c: RequestContext, scope: string, asked: string) => Promise<Response>;

/** Registers `/v1/sync/{scope}/{name}` for every type of scope. */
export function scopeEndpoint(
  app: RegisterApp,
  context: RegisterContext,
  name: string,
  handler: ScopeHandler,
): void {
  endpoint(app, `/v1/sync/all/${name}`, { GET: (c) => handler(c, 'all', 'all') });
  for (const [type, kind] of [
    ['institution', 'organization'],
    ['life-event', 'life-event'],
  ] as const) {
    endpoint(app, `/v1/sync/${type}/:id/${name}`, {
      GET: (c) => {
        const asked = c.req.param('id') ?? '';
        const id = isId(asked) && context.model.contents.resolve(kind, asked)?.id;
        if (!id) throw noSuchScope();
        return handler(c, `${type}/${id}`, `${type}/${asked}`);
      },
    });
  }
  audienceEndpoint(app, context, name, handler);
}

/** Registers `/v1/sync/audience/{id}/{name}`, for tokens of that institution and national ones. */
export function audienceEndpoint(
  app: RegisterApp,
  context: RegisterContext,
  name: string,
  handler: ScopeHandler,
): void {
  endpoint(app, `/v1/sync/audience/:id/${name}`, {
    GET: async (c) => {
      const id = c.req.param('id') ?? '';
      await checkAudience(c, context, id);
      if (!isId(id)) throw noSuchScope();
      return handler(c, `audience/${id}`, `audience/${id}`);
    },
  });
}

/** `Cache-Control` of a scope: what is for certain institutions is kept by nobody. */
export function scopeCache(scope: string, usual: string): string {
  return scope.startsWith('audience/') ? CACHE.private : usual;
}

export function noSuchScope(): HttpProblem {
  return new HttpProblem('not-found', { detail: 'There is no such scope.' });
}

async function checkAudience(
  c: RequestContext,
  context: RegisterContext,
  id: string,
): Promise<void> {
  if (c.req.header('authorization') === undefined) {
    throw new HttpProblem('unauthorized', {
      detail: 'No bearer token was sent.',
      headers: { 'WWW-Authenticate': 'Bearer realm="register"' },
    });
  }
  const { institution } = await authenticate(c, context);
  if (institution === undefined) return;
  const { contents } = context.model;
  const own = contents.resolve('organization', institution)?.id ?? institution;
  if (own === id) return;
  throw new HttpProblem('forbidden', { detail: `The token is for ${institution} only.` });
}
