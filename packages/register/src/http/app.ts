/** The register's HTTP interface: requests in, responses out, no socket. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import type { RequestService } from '../requests/request-service.ts';
import { StoreError } from '../store/store-error.ts';
import type { Store } from '../store/store.ts';
import type { PositionSigner } from '../sync/position-signer.ts';
import { addAdminEndpoints } from './admin.ts';
import { AnswerCache } from './answer-cache.ts';
import { addElementEndpoint } from './elements.ts';
import { addEventEndpoint } from './events.ts';
import { addHealthEndpoint } from './health.ts';
import { addAnswersEndpoint } from './answers.ts';
import { addKnowledgeEndpoint } from './knowledge.ts';
import { addLandingPage } from './landing-page.ts';
import { addLifeEventEndpoints } from './life-events.ts';
import { addOpenapiEndpoint } from './openapi.ts';
import { addOrganizationEndpoints } from './organizations.ts';
import { HttpProblem } from './problem.ts';
import type { RegisterApp, RegisterContext } from './register-context.ts';
import { corsHeaders, sendProblem, type Env, type Peer } from './reply.ts';
import { addRequestEndpoints } from './request-endpoints.ts';
import { addResourceEndpoints } from './resources.ts';
import { addSearchIndexEndpoints } from './search-index.ts';
import { addServiceEndpoints } from './services.ts';
import { addSupportEndpoint } from './support.ts';
import { addSyncEndpoints } from './sync-endpoints.ts';
import { addVocabularyEndpoint } from './vocabulary.ts';

export interface AppOptions {
  store: Store;
  model: ReadModel;
  config: Config;
  log: Log;
  /** Folder of the built elements, served under `/elements/v1/`. */
  elementsDir?: string | undefined;
  /** Signs positions. Default: they are not signed. */
  signer?: PositionSigner | undefined;
  /** The current time. Default: the machine's. */
  clock?: () => Date;
  /** Ends open event streams. */
  shutdown?: AbortSignal;
  /** Takes requests, feedback and counters. Default: none are taken. */
  requests?: RequestService | undefined;
  /** Registers endpoints that take the place of the register's own. */
  ownEndpoints?: ((app: RegisterApp, context: RegisterContext) => void) | undefined;
}

export interface RegisterHttp {
  /** @param peer What the server knows of the connection; absent: nothing. */
  fetch(request: Request, peer?: Peer): Promise<Response>;
}

export function createApp(options: AppOptions): RegisterHttp {
  const context: RegisterContext = {
    ...options,
    elementsDir: options.elementsDir,
    requests: options.requests,
    clock: options.clock ?? (() => new Date()),
    shutdown: options.shutdown ?? new AbortController().signal,
    answers: new AnswerCache(options.model),
  };
  const { config, log } = context;
  // Paths are compared exactly: one resource, one address.
  const app = new Hono<Env>({ strict: true });

  app.use(async (c, next) => {
    const started = performance.now();
    c.set('requestId', randomUUID());
    c.set('cors', corsHeaders(config, c.req.header('origin')));
    await next();
    log.info(
      {
        id: c.get('requestId'),
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        ms: Math.round(performance.now() - started),
      },
      'request',
    );
  });

  // First, because a mirror has its own and refuses all other writes.
  addRequestEndpoints(app, context);
  options.ownEndpoints?.(app, context);
  addLandingPage(app);
  addServiceEndpoints(app, context);
  addLifeEventEndpoints(app, context);
  addOrganizationEndpoints(app, context);
  addResourceEndpoints(app, context);
  addSupportEndpoint(app, context);
  addAnswersEndpoint(app, context);
  addKnowledgeEndpoint(app, context);
  addVocabularyEndpoint(app, context);
  addSearchIndexEndpoints(app, context);
  addSyncEndpoints(app, context, options.signer);
  addEventEndpoint(app, context);
  addAdminEndpoints(app, context);
  addOpenapiEndpoint(app);
  addHealthEndpoint(app, context);
  addElementEndpoint(app, context);

  app.notFound((c) =>
    sendProblem(c, new HttpProblem('not-found', { detail: 'Nothing answers at this address.' })),
  );
  app.onError((error, c) => {
    if (error instanceof HttpProblem) return sendProblem(c, error);
    if (error instanceof StoreError && error.code === 'not-writable') {
      log.warn({ id: c.get('requestId'), error }, 'a write was refused');
      const detail = 'The store of this process can only be read. Nothing was changed.';
      return sendProblem(c, new HttpProblem('forbidden', { detail }));
    }
    log.error({ id: c.get('requestId'), error }, 'a request failed');
    if (error instanceof StoreError && error.retryable) {
      const detail = 'The store cannot be reached or is busy. Nothing was changed.';
      const headers = { 'Retry-After': '5' };
      return sendProblem(c, new HttpProblem('unavailable', { detail, headers }));
    }
    return sendProblem(c, new HttpProblem('internal'));
  });

  return { fetch: async (request, peer) => app.fetch(request, peer ?? {}) };
}
