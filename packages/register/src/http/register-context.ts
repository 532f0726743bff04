import type { Context, Hono } from 'hono';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import type { RequestService } from '../requests/request-service.ts';
import type { Store } from '../store/store.ts';
import type { AnswerCache } from './answer-cache.ts';
import { HttpProblem } from './problem.ts';
import type { Env } from './reply.ts';

/** What the endpoints work with. */
export interface RegisterContext {
  store: Store;
  model: ReadModel;
  config: Config;
  log: Log;
  /** Folder of the built elements; `undefined`: none are served. */
  elementsDir: string | undefined;
  /** The current time. */
  clock: () => Date;
  answers: AnswerCache;
  /** `undefined`: no requests are taken. */
  requests: RequestService | undefined;
  /** Ends what never ends by itself. */
  shutdown: AbortSignal;
}

export type RegisterApp = Hono<Env>;
export type RequestContext = Context<Env>;
type Handler = (c: RequestContext) => Response | Promise<Response>;

/** Registers an endpoint: its methods, and 405 for every other one. GET answers HEAD too. */
export function endpoint(
  app: RegisterApp,
  path: string,
  methods: Partial<Record<'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS', Handler>>,
): void {
  for (const [method, handler] of Object.entries(methods)) app.on(method, path, handler);
  const allowed = Object.keys(methods).flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : name));
  app.all(path, (c) => {
    throw new HttpProblem('method-not-allowed', {
      detail: `${c.req.method} is not allowed here; allowed: ${allowed.join(', ')}.`,
      headers: { Allow: allowed.join(', ') },
    });
  });
}

/** Origin under which the caller reaches the register, without a slash at the end. */
export function originOf(c: RequestContext, { publicUrl, trustProxy }: Config): string {
  if (publicUrl !== undefined) return publicUrl;
  const url = new URL(c.req.url);
  if (!trustProxy) return url.origin;
  const last = (name: string) => c.req.header(name)?.split(',').at(-1)?.trim();
  const scheme = last('x-forwarded-proto') === 'https' ? 'https' : url.protocol.slice(0, -1);
  const host = last('x-forwarded-host');
  const named = host !== undefined && /^[A-Za-z0-9.-]+(:[0-9]{1,5})?$/.test(host);
  return `${scheme}://${named ? host : url.host}`;
}
