/** `GET /v1/resources/{id}/status`. Nothing else of a resource is told. */
import type { Resource, ResourceStatusAnswer } from '@pvp/contract';
import { isId } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import { endpoint, type RegisterApp, type RegisterContext } from './register-context.ts';
import { CACHE, jsonRepresentation, send } from './reply.ts';

export function addResourceEndpoints(app: RegisterApp, { model, answers }: RegisterContext): void {
  endpoint(app, '/v1/resources/:id/status', {
    GET: (c) => {
      const name = c.req.param('id') ?? '';
      const held = isId(name) ? model.contents.resolve('resource', name) : undefined;
      if (held === undefined) {
        throw new HttpProblem('not-found', { detail: 'No resource has this id.' });
      }
      const answer = answers.get(`resource/${held.id}`, () => {
        const { id, title, status } = held.record as unknown as Resource;
        return jsonRepresentation({ id, title, status } satisfies ResourceStatusAnswer);
      });
      return send(c, answer, CACHE.record);
    },
  });
}
