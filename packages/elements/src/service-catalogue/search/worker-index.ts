import type { ServiceList } from '@pvp/contract';
import type { Extent } from '@pvp/sdk/nearby';
import type { ServiceListQuery } from '@pvp/sdk/query';
import type { Vocabulary } from '@pvp/sdk/search';
import type { Nearby } from './nearby.ts';
import type { Call, Reply } from './search-worker.ts';
import { startWorker } from './start-worker.ts';

/**
 * An index in a worker: neither building it nor a search takes time from the page. Where no worker
 * can be had, because the page's policy forbids it for example, the page's own thread does the same.
 */
export class WorkerIndex implements Nearby {
  readonly #own: Nearby;
  readonly #subject: { register: string; scope: string };
  #worker: Promise<Worker | undefined> | undefined;
  #isOwn = false;
  #held: { extent?: Extent | undefined; fetchedAt: string } = { fetchedAt: '' };
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #calls = 0;

  /** @param own What stands in for the worker. */
  constructor(subject: { register: string; scope: string }, own: Nearby) {
    this.#subject = subject;
    this.#own = own;
  }

  get extent(): Extent | undefined {
    return this.#isOwn ? this.#own.extent : this.#held.extent;
  }

  get fetchedAt(): string {
    return this.#isOwn ? this.#own.fetchedAt : this.#held.fetchedAt;
  }

  get words(): Vocabulary | undefined {
    return this.#own.words;
  }

  async grow(extent: Extent): Promise<void> {
    const reply = await this.#call({ grow: extent });
    if (!reply) await this.#own.grow(extent);
  }

  async renew(): Promise<void> {
    const reply = await this.#call({ renew: true });
    if (!reply) await this.#own.renew();
  }

  learn(cards: ServiceList['items']): void {
    if (this.#isOwn) this.#own.learn(cards);
    else if (this.#worker) void this.#call({ learn: cards }).catch(() => undefined);
  }

  peek(query: ServiceListQuery): ServiceList | undefined {
    return this.#isOwn ? this.#own.peek(query) : undefined;
  }

  async ask(query: ServiceListQuery): Promise<ServiceList | undefined> {
    if (this.#isOwn || !this.extent) return undefined;
    return (await this.#call({ list: query }))?.list;
  }

  /** `undefined`: there is no worker. */
  async #call(call: Call['call']): Promise<Reply | undefined> {
    this.#worker ??= startWorker().then((worker) => {
      this.#isOwn = !worker;
      worker?.addEventListener('message', this.#handleReply);
      worker?.postMessage({ id: 0, call: { open: this.#subject } } satisfies Call);
      return worker;
    });
    const worker = await this.#worker;
    if (!worker) return undefined;
    const id = ++this.#calls;
    const reply = await new Promise<Reply>((resolve) => {
      this.#waiting.set(id, resolve);
      worker.postMessage({ id, call } satisfies Call);
    });
    if (reply.error !== undefined) throw new Error(reply.error);
    return reply;
  }

  #handleReply = ({ data }: MessageEvent<Reply>): void => {
    this.#held = { extent: data.extent, fetchedAt: data.fetchedAt };
    this.#waiting.get(data.id)?.(data);
    this.#waiting.delete(data.id);
  };
}
