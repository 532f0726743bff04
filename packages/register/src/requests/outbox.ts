/**
 * Sends what requests leave to be sent, again and again until it has arrived. What is to be sent was
 * written in the same transaction as the request, and an attempt is counted before it begins, so
 * neither a kill nor a power cut loses anything or hides that something may have been sent.
 */
import type { Log } from '../log.ts';
import { BackendError } from './backends/backend.ts';
import type { OutboxRow } from './request-model.ts';
import type { DueRow } from './tables/outbox-rows.ts';
import type { RequestStore } from './tables/request-store.ts';

/** A search, and what follows from it; and the way there. */
const CALLS_PER_ATTEMPT = 2.5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;
const POLL_MS = 1_000;
const ROWS_AT_ONCE = 20;
const PARALLEL = 4;

export interface OutboxOptions {
  store: RequestStore;
  /**
   * Does what a row asks for and takes it out of the outbox. Rejects where it is to be tried again;
   * the message is kept for the staff.
   */
  send: (row: OutboxRow, signal: AbortSignal) => Promise<void>;
  /** Longest time of one call, in milliseconds. */
  callMs: number;
  clock: () => Date;
  log: Log;
}

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #attemptMs: number;
  /** For so long a row belongs to whoever took it: longer than an attempt, in milliseconds. */
  readonly holdMs: number;
  readonly #ending = new AbortController();
  readonly #atWork = new Set<Promise<unknown>>();
  /** Institutions whose system failed last, and until when it is left alone. */
  readonly #resting = new Map<string, { until: number; failures: number }>();
  #timer: NodeJS.Timeout | undefined;
  #turning: Promise<void> | undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#attemptMs = options.callMs * CALLS_PER_ATTEMPT;
    this.holdMs = this.#attemptMs * 2;
  }

  /** Looks for work once a second from now on. */
  start(): void {
    this.#timer = setInterval(() => {
      this.turn().catch((error: unknown) => {
        if (!this.#ending.signal.aborted) this.#options.log.error({ error }, 'the outbox failed');
      });
    }, POLL_MS);
    this.#timer.unref();
  }

  /** Sends everything whose time has come; at once where nobody does so already. */
  turn(): Promise<void> {
    this.#turning ??= this.#work().finally(() => {
      this.#turning = undefined;
    });
    return this.#turning;
  }

  /** Until when nothing is sent to the system of an institution; `undefined`: it may be tried. */
  restsUntil(institution: string): Date | undefined {
    const rest = this.#resting.get(institution);
    const now = this.#options.clock().getTime();
    return rest !== undefined && rest.until > now ? new Date(rest.until) : undefined;
  }

  /** One attempt with a row that is held. Resolves to whether it has arrived. */
  attempt(row: OutboxRow, institution: string): Promise<boolean> {
    const attempt = this.#attempt(row, institution).finally(() => this.#atWork.delete(attempt));
    this.#atWork.add(attempt);
    return attempt;
  }

  /** Breaks off what is under way; its rows come again. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#ending.abort();
    await Promise.allSettled([...this.#atWork, this.#turning]);
  }

  async #work(): Promise<void> {
    const { store, clock } = this.#options;
    while (!this.#ending.signal.aborted) {
      const due = await store.due(clock().toISOString(), ROWS_AT_ONCE);
      if (due.length === 0) return;
      const waiting = [...due];
      const worker = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          await this.#take(next);
        }
      };
      await Promise.all(Array.from({ length: PARALLEL }, worker));
    }
  }

  async #take({ id, task, institution }: DueRow): Promise<void> {
    if (this.#ending.signal.aborted) return;
    const { store, clock } = this.#options;
    const now = clock();
    const rest = this.restsUntil(institution);
    if (rest && task === 'deliver') {
      // Not tried, so not counted; and out of the way of what goes elsewhere.
      await store.defer(institution, now.toISOString(), rest.toISOString());
      return;
    }
    const until = new Date(now.getTime() + this.holdMs).toISOString();
    const row = await store.hold(id, now.toISOString(), until);
    if (row) await this.attempt(row, institution);
  }

  async #attempt(row: OutboxRow, institution: string): Promise<boolean> {
    const { store, send, clock, log } = this.#options;
    const { id, number, task, attempts } = row;
    try {
      await send(row, AbortSignal.any([this.#ending.signal, AbortSignal.timeout(this.#attemptMs)]));
      if (task === 'deliver') this.#resting.delete(institution);
      return true;
    } catch (error) {
      // The process ends: the row comes again when it is no longer held.
      if (this.#ending.signal.aborted) return false;
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
      const dueAt = new Date(clock().getTime() + pause).toISOString();
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ number, task, attempts, dueAt, error }, 'a delivery failed');
      if (error instanceof BackendError && error.isDown && task === 'deliver') {
        this.#rest(institution);
      }
      await store.postpone(id, dueAt, reason);
      return false;
    }
  }

  /** A system that does not answer is not asked by every request that waits for it. */
  #rest(institution: string): void {
    const failures = (this.#resting.get(institution)?.failures ?? 0) + 1;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
    this.#resting.set(institution, {
      until: this.#options.clock().getTime() + pause,
      failures,
    });
  }
}
