import type { RegisterError } from '../errors/register-error.ts';
import { openReplica, type Replica, type ReplicaOptions } from '../sync/replica.ts';
import type { SyncReport } from '../sync/sync-report.ts';
import { EverydayWords, type WordStore } from './everyday-words.ts';
import { liveSource } from './live-source.ts';
import { LocalSource } from './local-source.ts';
import { ReplicaCatalogue } from './replica-catalogue.ts';
import type { Freshness, LoadOptions, RegisterChange, ServiceSource } from './service-source.ts';
import { stateNow } from './state-now.ts';

/**
 * Answers from a replica as the register would, within the scope of the replica. What is held is
 * given at once, dated, whether the register can be reached or not; where nothing is held yet, the
 * first answer waits for the first sync.
 *
 * Outages are not in it: they are read live.
 */
export class ReplicaSource extends LocalSource {
  readonly register: string;
  readonly #words: EverydayWords;
  #catalogue: Promise<ReplicaCatalogue> | undefined;
  #updating: Promise<void> = Promise.resolve();
  /** The first sync of this source; later ones are asked for or follow. */
  #first: Promise<unknown> | undefined;

  /** @param words Where everyday words are kept beside the replica; default: nowhere. */
  constructor(
    readonly replica: Replica,
    words?: WordStore,
  ) {
    super();
    this.register = replica.register;
    this.#words = new EverydayWords(replica.register, replica.settings, words);
    replica.onChange((report) => this.#changed(report));
  }

  /** Fetches the everyday words into their store, for when the register cannot be reached. */
  keepWords(): Promise<void> {
    return this.#words.keep();
  }

  watch(onChange: (change: RegisterChange) => void): () => void {
    const { scope } = this.replica;
    const tell = () =>
      onChange({ checkpoint: this.replica.status.checkpoint ?? '', scopes: [scope] });
    // After the index has taken it in, so that who reads again reads the new state.
    const ignore = this.replica.onChange(() => void this.#updating.then(tell, tell));
    const stop = this.replica.follow();
    return () => {
      ignore();
      stop();
    };
  }

  protected async ask<T>(
    { signal, revalidate }: LoadOptions,
    question: (catalogue: ReplicaCatalogue) => T | Promise<T>,
  ): Promise<T> {
    const { replica } = this;
    const isEmpty = replica.status.checkpoint === undefined;
    const sync = revalidate || isEmpty ? replica.sync({ signal }) : undefined;
    this.#first ??= sync ?? replica.sync();
    this.#first.catch(() => undefined);
    await sync?.catch((error: RegisterError) => {
      // An older copy stands in for whatever went wrong; without one, the reader is told.
      if (signal?.aborted || replica.status.checkpoint === undefined) throw error;
    });
    this.#catalogue ??= ReplicaCatalogue.of(replica, this.#words.search).catch((error: unknown) => {
      this.#catalogue = undefined;
      throw error;
    });
    await this.#updating;
    signal?.throwIfAborted();
    return question(await this.#catalogue);
  }

  protected get freshness(): Freshness {
    const { lastError, held, lastSuccessAt = '' } = this.replica.status;
    return { state: stateNow(Boolean(lastError ?? held)), fetchedAt: lastSuccessAt };
  }

  protected get position(): string {
    return `${this.replica.status.checkpoint} ${this.#words.revision}`;
  }

  protected override async beforeSearch(
    _catalogue: ReplicaCatalogue,
    q: string,
    lang: string | undefined,
  ): Promise<void> {
    await this.#words.ready(q, lang);
  }

  #changed(report: SyncReport | undefined): void {
    const catalogue = this.#catalogue;
    if (!catalogue) return;
    // Without a report, or with a first copy, everything may be another.
    if (!report || report.from === undefined) {
      this.#catalogue = undefined;
      return;
    }
    this.#updating = this.#updating
      .then(async () => {
        const held = await catalogue;
        if (report.changes.some(({ kind }) => kind === 'synonym')) this.#words.expire();
        for (const { kind, id } of report.changes) {
          const record = await this.replica.get(kind, id);
          if (record) held.put(record);
          else held.delete(kind, id);
        }
      })
      .catch(() => void (this.#catalogue = undefined));
  }
}

/**
 * Opens a replica and answers from it. Where the platform allows none (a page over http), or its
 * store refuses, the source reads live, and `onLive` is told why, once.
 */
export async function openReplicaSource(
  options: ReplicaOptions,
  onLive: (error: Error) => void = () => undefined,
): Promise<ServiceSource> {
  try {
    return new ReplicaSource(await openReplica(options));
  } catch (error) {
    const live = liveSource(options.register);
    onLive(error as Error);
    return live;
  }
}
