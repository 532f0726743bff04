/** `GET /v1/health`: whether the process can answer, and from what. */
import type { Health } from '@pvp/contract';
import { contractDocument } from './contract-document.ts';
import { endpoint, type RegisterApp, type RegisterContext } from './register-context.ts';
import { sendUncached } from './reply.ts';

export function addHealthEndpoint(app: RegisterApp, context: RegisterContext): void {
  const { store, model, log } = context;
  endpoint(app, '/v1/health', {
    GET: async (c) => {
      const health: Health = {
        status: 'ok',
        version: contractDocument().info.version,
        store: store.engine,
        schemaVersion: store.schemaVersion,
        checkpoint: model.checkpoint,
        services: model.contents.index.size,
      };
      try {
        await store.position();
      } catch (error) {
        log.warn({ error }, 'the store does not answer');
        const reason = 'The store does not answer. Reads are served from memory.';
        return sendUncached(c, 503, { ...health, status: 'failing', reason });
      }
      return sendUncached(c, 200, health);
    },
  });
}
