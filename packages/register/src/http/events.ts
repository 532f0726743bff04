/** `GET /v1/events`: a notice whenever the register changed, and nothing of what changed. */
import type { HeadEvent } from '@pvp/contract';
import { SCOPE_ALL } from '../read-model/scopes.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, reply } from './reply.ts';

const COMMENT_EVERY_MS = 20_000;
/** Notices that may wait for a reader; one that lets more pile up is dropped and may come back. */
const MAX_WAITING = 64;
const MAX_READERS = 10_000;
const HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': CACHE.none,
  // Proxies that buffer would hold notices back.
  'X-Accel-Buffering': 'no',
};

export function addEventEndpoint(app: RegisterApp, context: RegisterContext): void {
  const readers = new EventReaders(context);
  endpoint(app, '/v1/events', { GET: (c) => readers.answer(c) });
}

type Reader = ReadableStreamDefaultController<Uint8Array>;

class EventReaders {
  readonly #context: RegisterContext;
  readonly #readers = new Set<Reader>();
  readonly #encoder = new TextEncoder();

  constructor(context: RegisterContext) {
    this.#context = context;
    const { model, shutdown } = context;
    const stopListening = model.onChange((event) => this.#sendAll(this.#notice(event)));
    const timer = setInterval(() => this.#sendAll(this.#encoder.encode(':\n\n')), COMMENT_EVERY_MS);
    timer.unref();
    const end = () => {
      clearInterval(timer);
      stopListening();
      for (const reader of this.#readers) reader.close();
      this.#readers.clear();
    };
    if (shutdown.aborted) end();
    else shutdown.addEventListener('abort', end, { once: true });
  }

  answer(c: RequestContext): Response {
    if (c.req.method === 'HEAD') return reply(c, 200, null, HEADERS);
    if (this.#context.shutdown.aborted || this.#readers.size >= MAX_READERS) {
      throw new HttpProblem('unavailable', {
        detail: 'No further event stream can be opened now.',
        headers: { 'Retry-After': '30' },
      });
    }
    let own: Reader | undefined;
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          own = controller;
          const { checkpoint } = this.#context.model;
          controller.enqueue(this.#notice({ checkpoint, scopes: [SCOPE_ALL] }));
          this.#readers.add(controller);
        },
        cancel: () => void (own && this.#readers.delete(own)),
      },
      { highWaterMark: MAX_WAITING },
    );
    return reply(c, 200, stream, HEADERS);
  }

  #notice(event: HeadEvent): Uint8Array {
    return this.#encoder.encode(`event: head\ndata: ${JSON.stringify(event)}\n\n`);
  }

  #sendAll(bytes: Uint8Array): void {
    for (const reader of this.#readers) {
      if ((reader.desiredSize ?? 0) > 0) {
        reader.enqueue(bytes);
      } else {
        this.#readers.delete(reader);
        reader.error(new Error('The reader of the event stream is too slow.'));
      }
    }
  }
}
