import type { ServiceList } from '@pvp/contract';
import type { RegisterError } from '../errors/register-error.ts';
import { serviceListSearchParams } from '../query/service-list-search-params.ts';
import type { ServiceListQuery } from '../query/service-list-query.ts';
import { openReplica, type Replica, type ReplicaOptions } from '../sync/replica.ts';
import type { SyncReport } from '../sync/sync-report.ts';
import { liveSource } from './live-source.ts';
import { ReplicaCatalogue } from './replica-catalogue.ts';
import type {
  Answer,
  Freshness,
  LifeEventListAnswer,
  LifeEventQuery,
  LifeEventSource,
  LoadOptions,
  RegisterChange,
  ServiceAnswer,
  ServiceListAnswer,
  ServiceSource,
} from './service-source.ts';

/** Answers kept in memory for `peek`; the one that was asked for longest ago goes first. */
const MAX_HELD = 100;

/**
 * Answers from a replica as the register would, within the scope of the replica. What is held is
 * given at once, dated, whether the register can be reached or not; where nothing is held yet, the
 * first answer waits for the first sync.
 *
 * Outages are not in it: they are read live.
 */
export class ReplicaSource implements LifeEventSource {
  readonly register: string;
  readonly isLocal = true;
  /** By question; the same until the contents or their age change. */
  readonly #held = new Map<string, Answer<unknown>>();
  #catalogue: Promise<ReplicaCatalogue> | undefined;
  #updating: Promise<void> = Promise.resolve();
  /** The first sync of this source; later ones are asked for or follow. */
  #first: Promise<unknown> | undefined;

  constructor(readonly replica: Replica) {
    this.register = replica.register;
    replica.onChange((report) => this.#changed(report));
  }

  peekList(query: ServiceListQuery): ServiceListAnswer | undefined {
    return this.#held.get(listKey(query)) as ServiceListAnswer | undefined;
  }

  peekService(id: string): ServiceAnswer | undefined {
    return this.#held.get(`service ${id}`) as ServiceAnswer | undefined;
  }

  /** @throws {RangeError} where `cursor` is not the `next` of an answer. */
  async loadList(query: ServiceListQuery, options?: LoadOptions): Promise<ServiceListAnswer> {
    const catalogue = await this.#ready(options);
    const data: ServiceList = catalogue.index.list(query);
    // A card in a list changes with its service, its holder, its needs: the position says when.
    return this.#keep(listKey(query), data, this.replica.status.checkpoint ?? '');
  }

  async loadService(id: string, options?: LoadOptions): Promise<ServiceAnswer> {
    const catalogue = await this.#ready(options);
    const key = `service ${id}`;
    try {
      const data = await catalogue.service(id);
      return this.#keep(key, data, JSON.stringify(data));
    } catch (error) {
      this.#held.delete(key);
      throw error;
    }
  }

  peekLifeEvents(query: LifeEventQuery): LifeEventListAnswer | undefined {
    return this.#held.get(lifeEventsKey(query)) as LifeEventListAnswer | undefined;
  }

  async loadLifeEvents(query: LifeEventQuery, options?: LoadOptions): Promise<LifeEventListAnswer> {
    const catalogue = await this.#ready(options);
    const data = await catalogue.lifeEvents(query);
    return this.#keep(lifeEventsKey(query), data, this.replica.status.checkpoint ?? '');
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

  async #ready({ signal, revalidate }: LoadOptions = {}): Promise<ReplicaCatalogue> {
    signal?.throwIfAborted();
    const { replica } = this;
    const isEmpty = replica.status.checkpoint === undefined;
    const sync = revalidate || isEmpty ? replica.sync({ signal }) : undefined;
    this.#first ??= sync ?? replica.sync();
    this.#first.catch(() => undefined);
    await sync?.catch((error: RegisterError) => {
      // An older copy stands in for whatever went wrong; without one, the reader is told.
      if (signal?.aborted || replica.status.checkpoint === undefined) throw error;
    });
    this.#catalogue ??= ReplicaCatalogue.of(replica).catch((error: unknown) => {
      this.#catalogue = undefined;
      throw error;
    });
    await this.#updating;
    signal?.throwIfAborted();
    return this.#catalogue;
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
        for (const { kind, id } of report.changes) {
          const record = await this.replica.get(kind, id);
          if (record) held.put(record);
          else held.delete(kind, id);
        }
      })
      .catch(() => void (this.#catalogue = undefined));
  }

  #keep<T>(key: string, data: T, contentKey: string): Answer<T> {
    const { status } = this.replica;
    const answer: Answer<T> = {
      data,
      freshness: { state: this.#state(), fetchedAt: status.lastSuccessAt ?? '' },
      key: contentKey,
    };
    this.#held.delete(key);
    this.#held.set(key, answer);
    if (this.#held.size > MAX_HELD) this.#held.delete(this.#held.keys().next().value!);
    return answer;
  }

  #state(): Freshness['state'] {
    if (globalThis.navigator?.onLine === false) return 'offline';
    return this.replica.status.lastError || this.replica.status.held ? 'stale' : 'fresh';
  }
}

function listKey(query: ServiceListQuery): string {
  return `list ${serviceListSearchParams(query)}`;
}

function lifeEventsKey(query: LifeEventQuery): string {
  return `life-events ${serviceListSearchParams(query)}`;
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
