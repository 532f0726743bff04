import { untilAborted } from '../client/until-aborted.ts';
import type { RegisterError } from '../errors/register-error.ts';
import { platformTimers, type Timers } from '../live/change-feed.ts';
import { Vocabulary } from '../search/index.ts';
import type { Edition, Place } from '../static/edition.ts';
import {
  openStaticSnapshot,
  type StaticSnapshot,
  type StaticSnapshotOptions,
} from '../static/static-snapshot.ts';
import type { ReplicaRecord } from '../sync/replica.ts';
import { parseCompactVocabulary } from '../vocabulary/parse-compact-vocabulary.ts';
import { LocalSource } from './local-source.ts';
import { ReplicaCatalogue, type CatalogueRecords } from './replica-catalogue.ts';
import type { Freshness, LoadOptions, RegisterChange } from './service-source.ts';
import { stateNow } from './state-now.ts';

/** How often those who watch look for something newer, in milliseconds. */
const LOOK_EVERY_MS = 300_000;

export interface StaticSourceOptions {
  timers?: Timers;
  /** From 0 to below 1; spreads the looks of many pages. */
  random?: () => number;
}

/**
 * Answers from a static snapshot as the register would. Lists, facets and search need one file; a
 * description needs the part that it stands in. `fetchedAt` is when the register was at the
 * published position.
 *
 * Outages are not in it.
 */
export class StaticSource extends LocalSource {
  readonly #timers: Timers;
  readonly #random: () => number;
  readonly #catalogues = new WeakMap<Edition, Promise<ReplicaCatalogue>>();
  /** Fetches the everyday words of a catalogue, when something is searched for first. */
  readonly #fetchWords = new WeakMap<ReplicaCatalogue, () => Promise<void>>();
  /** The edition that answered last. */
  #good: Edition | undefined;
  /** Whether something newer is published could not be told when that was asked last. */
  #isUnheard = false;
  /** What is published could not be read when it was needed last. */
  #isUnread = false;
  readonly #watching = new Set<(change: RegisterChange) => void>();
  #callOff = () => {};

  constructor(
    readonly snapshot: StaticSnapshot,
    { timers = platformTimers, random = Math.random }: StaticSourceOptions = {},
  ) {
    super();
    this.#timers = timers;
    this.#random = random;
  }

  /** Origin of the register that the snapshot is of, else the address of the snapshot. */
  get register(): string {
    return this.snapshot.head.register ?? this.snapshot.address;
  }

  /** Looks every few minutes whether something newer is published. */
  watch(onChange: (change: RegisterChange) => void): () => void {
    const own = (change: RegisterChange) => onChange(change);
    this.#watching.add(own);
    if (this.#watching.size === 1) this.#lookLater();
    return () => {
      this.#watching.delete(own);
      if (this.#watching.size === 0) this.#callOff();
    };
  }

  protected async ask<T>(
    { signal, revalidate }: LoadOptions,
    question: (catalogue: ReplicaCatalogue) => T | Promise<T>,
  ): Promise<T> {
    if (revalidate) await untilAborted(this.#look(), signal);
    return untilAborted(this.#answer(question), signal);
  }

  protected override async beforeSearch(catalogue: ReplicaCatalogue): Promise<void> {
    await this.#fetchWords.get(catalogue)?.();
  }

  protected get freshness(): Freshness {
    const { head } = this.#good ?? this.snapshot;
    return { state: stateNow(this.#isUnheard || this.#isUnread), fetchedAt: head.fetchedAt };
  }

  protected get position(): string {
    return this.#good?.head.searchIndex.sha256 ?? '';
  }

  async #answer<T>(question: (catalogue: ReplicaCatalogue) => T | Promise<T>): Promise<T> {
    let asked: Edition | undefined;
    const put = async (edition: Edition) => {
      asked = edition;
      const answer = await question(await this.#catalogueOf(edition));
      this.#good = edition;
      return answer;
    };
    try {
      const answer = await this.snapshot.read(put);
      this.#isUnread = false;
      return answer;
    } catch (error) {
      if (!(error as RegisterError).retryable) throw error;
      this.#isUnread = true;
      // Something newer is published that cannot be read yet: what was read before goes on.
      if (!this.#good || this.#good === asked) throw error;
      return await put(this.#good);
    }
  }

  #catalogueOf(edition: Edition): Promise<ReplicaCatalogue> {
    let catalogue = this.#catalogues.get(edition);
    if (!catalogue) {
      const words = new Vocabulary();
      catalogue = edition
        .places()
        .then((places) => ReplicaCatalogue.of(new IndexedRecords(edition, places), words))
        .then((filled) => {
          this.#fetchWords.set(
            filled,
            onceGood(() => fillFrom(edition, words)),
          );
          return filled;
        });
      this.#catalogues.set(edition, catalogue);
      catalogue.catch(() => this.#catalogues.delete(edition));
    }
    return catalogue;
  }

  /** An edition that is known stands in for one that cannot be asked for. */
  async #look(): Promise<void> {
    try {
      const moved = await this.snapshot.refresh();
      this.#isUnheard = false;
      if (!moved) return;
      const { checkpoint, scope } = this.snapshot.head;
      for (const tell of this.#watching) tell({ checkpoint, scopes: [scope] });
    } catch {
      this.#isUnheard = true;
    }
  }

  #lookLater(): void {
    this.#callOff();
    const pause = LOOK_EVERY_MS * (0.5 + this.#random() / 2);
    this.#callOff = this.#timers(() => {
      void this.#look().then(() => {
        if (this.#watching.size > 0) this.#lookLater();
      });
    }, pause);
  }
}

async function fillFrom(edition: Edition, words: Vocabulary): Promise<void> {
  const entries = parseCompactVocabulary(await edition.vocabulary());
  entries.forEach((entry, nth) => words.put(String(nth), entry));
}

/** Does it once, and again only where that failed. */
function onceGood(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () =>
    (done ??= work().catch((error: unknown) => {
      done = undefined;
      throw error;
    }));
}

/** The records of a search index, and those of the parts that it was made from. */
class IndexedRecords implements CatalogueRecords {
  constructor(
    private readonly edition: Edition,
    private readonly places: ReadonlyMap<string, Place>,
  ) {}

  async *records(): AsyncGenerator<ReplicaRecord> {
    for (const { record } of this.places.values()) yield record;
  }

  async get<T>(kind: string, id: string): Promise<T | undefined> {
    const place = this.places.get(`${kind}/${id}`);
    return place && this.edition.record<T>(place.part, kind, id);
  }

  async all<T>(kind: string): Promise<T[]> {
    const { parts } = await this.edition.manifest();
    const ofKind = parts.filter(({ key }) => key === kind);
    return (await Promise.all(ofKind.map((part) => this.edition.records<T>(part)))).flat();
  }

  async brief<T>(kind: string, id: string): Promise<T | undefined> {
    return this.places.get(`${kind}/${id}`)?.record as T | undefined;
  }
}

/**
 * Opens a static snapshot and answers from it.
 *
 * @throws {RegisterError} as `openStaticSnapshot` does.
 */
export async function openStaticSource(options: StaticSnapshotOptions): Promise<StaticSource> {
  return new StaticSource(await openStaticSnapshot(options));
}
