/** Snapshots of scopes: manifests, and the parts that they name. */
import { setImmediate as turn } from 'node:timers/promises';
import type { ReadModel } from '../read-model/read-model.ts';
import { publicScopes } from '../read-model/scopes.ts';
import type { PartBytes } from './part-bytes.ts';
import { PartShelf, type BuiltPart } from './part-shelf.ts';

/** The parts of a scope at one position. */
export interface Snapshot {
  epoch: string;
  seq: number;
  count: number;
  stateHash: string;
  parts: BuiltPart[];
}

export interface SnapshotsOptions {
  model: ReadModel;
  clock: () => Date;
  /** Ends the work in idle time. */
  shutdown: AbortSignal;
  /**
   * Other processes serve the same store: a part that this one never built is looked for in every
   * scope.
   */
  sharesParts: boolean;
}

/** Rounds in which the register may change before the rest is built at one go. */
const MAX_ROUNDS = 3;
/** How long nothing may have been built before time counts as idle, in milliseconds. */
const IDLE_MS = 30_000;

export class Snapshots {
  readonly #options: SnapshotsOptions;
  readonly #public: PartShelf;
  /** Each audience has a shelf of its own, which no other request reaches. */
  readonly #audiences = new Map<string, PartShelf>();
  #searched = -1;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: SnapshotsOptions) {
    this.#options = options;
    const { clock, shutdown } = options;
    this.#public = new PartShelf(clock, shutdown);
    shutdown.addEventListener('abort', () => clearTimeout(this.#idle), { once: true });
  }

  /** How many parts for everybody were built since the start. */
  get builds(): number {
    return this.#public.builds;
  }

  /** `undefined`: there is no such scope. Lets others work between parts. */
  async take(scope: string): Promise<Snapshot | undefined> {
    const { model } = this.#options;
    if (model.partsOf(scope) === undefined) return undefined;
    const shelf = this.#shelfOf(scope);
    for (let round = 1; ; round++) {
      const { version, scopes } = model;
      const state = model.scopeState(scope);
      const parts = model.partsOf(scope);
      if (state === undefined || parts === undefined) return undefined;
      const { epoch, seq } = model.position;
      const built: BuiltPart[] = [];
      for (const part of parts) {
        const { builds } = shelf;
        built.push(shelf.current(part, scopes));
        if (builds !== shelf.builds && round < MAX_ROUNDS) await turn();
        if (model.version !== version) break;
      }
      if (model.version !== version) continue;
      this.#awaitIdle();
      return { epoch, seq, ...state, parts: built };
    }
  }

  /** A part that is for everybody. */
  async part(sha256: string): Promise<PartBytes | undefined> {
    const { model, sharesParts } = this.#options;
    const found = this.#public.find(sha256, model.scopes);
    if (found || !sharesParts) return found;
    // Another process may have built it at a position that this one has not got to.
    await model.catchUp();
    if (this.#searched === model.version) return undefined;
    const { version } = model;
    for (const scope of publicScopes(model.contents)) await this.take(scope);
    this.#searched = version;
    return this.#public.find(sha256, model.scopes);
  }

  /** A part of a scope `audience/{id}`. */
  async audiencePart(scope: string, sha256: string): Promise<PartBytes | undefined> {
    const { model } = this.#options;
    if ((await this.take(scope)) === undefined) return undefined;
    return this.#shelfOf(scope).find(sha256, model.scopes);
  }

  #shelfOf(scope: string): PartShelf {
    if (!scope.startsWith('audience/')) return this.#public;
    const { clock, shutdown } = this.#options;
    const shelf = this.#audiences.get(scope) ?? new PartShelf(clock, shutdown);
    this.#audiences.set(scope, shelf);
    return shelf;
  }

  #awaitIdle(): void {
    clearTimeout(this.#idle);
    if (this.#options.shutdown.aborted) return;
    this.#idle = setTimeout(() => void this.#compressFurther(), IDLE_MS);
    this.#idle.unref();
  }

  /** One part after another, as long as nobody wants a snapshot. */
  async #compressFurther(): Promise<void> {
    const timer = this.#idle;
    for (const part of this.#public.currentBytes()) {
      if (timer !== this.#idle || this.#options.shutdown.aborted) return;
      await part.improve();
    }
  }
}
