import type { StaticHead } from '@pvp/contract';
import type { RequestSettings } from '../client/request-json.ts';
import { untilAborted } from '../client/until-aborted.ts';
import { positionOf } from '../sync/checkpoint.ts';
import type { ReplicaRecord } from '../sync/replica.ts';
import { Edition } from './edition.ts';
import { StaticFiles, UnusableFile } from './static-files.ts';

/** How often one reading begins again where the snapshot is published anew meanwhile. */
const MAX_RESTARTS = 2;

export interface StaticSnapshotOptions extends RequestSettings {
  /** Address of the folder, or of its `pvp-snapshot.json`. */
  address: string;
}

export interface StaticReadOptions {
  /** Ends the wait of this caller. */
  signal?: AbortSignal;
}

/** A snapshot as plain files on any web server. Opened by `openStaticSnapshot`. */
export class StaticSnapshot {
  readonly #files: StaticFiles;
  #edition: Edition;
  /** Epochs that were left: whoever still names one lags behind. */
  readonly #pastEpochs = new Set<string>();
  #refreshing: Promise<boolean> | undefined;

  /** @internal Use `openStaticSnapshot`. */
  constructor(files: StaticFiles, head: StaticHead) {
    this.#files = files;
    this.#edition = new Edition(head, files);
  }

  /** Address of the folder, without a slash at the end. */
  get address(): string {
    return this.#files.folder;
  }

  /** What is published: scope, position, time, licence and attribution. */
  get head(): StaticHead {
    return this.#edition.head;
  }

  /**
   * Looks whether something newer is published. An answer that is older than what is known, as a
   * cache gives it, changes nothing.
   *
   * @returns whether there is.
   * @throws {RegisterError} where that cannot be told; what is known stays.
   */
  refresh({ signal }: StaticReadOptions = {}): Promise<boolean> {
    if (!this.#refreshing) {
      this.#refreshing = this.#refresh().finally(() => (this.#refreshing = undefined));
      this.#refreshing.catch(() => undefined);
    }
    return untilAborted(this.#refreshing, signal);
  }

  /**
   * A record by kind and id; `undefined`: it is not in the snapshot.
   *
   * @throws {RegisterError} where the files that tell it cannot be read.
   */
  get<T = ReplicaRecord>(
    kind: string,
    id: string,
    { signal }: StaticReadOptions = {},
  ): Promise<T | undefined> {
    const found = this.read(async (edition) => {
      const place = (await edition.places()).get(`${kind}/${id}`);
      if (place) return edition.record<T>(place.part, kind, id);
      // Kinds that no list needs have a part each, and stand in no index.
      const { parts } = await edition.manifest();
      const part = parts.find(({ key }) => key === kind);
      return part && edition.record<T>(part, kind, id);
    });
    return untilAborted(found, signal);
  }

  /**
   * All records, or those of one kind, of one moment; in no order.
   *
   * @throws {RegisterError} where a file cannot be read, or the snapshot is published anew
   * meanwhile: read again.
   */
  async *records<T = ReplicaRecord>(kind?: string): AsyncGenerator<T> {
    const [edition, { parts }] = await this.read(
      async (one) => [one, await one.manifest()] as const,
    );
    for (const part of parts) {
      if (kind !== undefined && !mayHold(part.key, kind)) continue;
      yield* await edition.records<T>(part);
    }
  }

  /**
   * Reads from one edition, and from the next one where files have gone with the one before.
   *
   * @internal
   */
  async read<T>(work: (edition: Edition) => Promise<T>): Promise<T> {
    for (let restarts = 0; ; restarts++) {
      const edition = this.#edition;
      try {
        return await work(edition);
      } catch (error) {
        if (!(error instanceof UnusableFile) || restarts >= MAX_RESTARTS) throw error;
        // Whoever names files that are gone was kept by a cache: asked so that none can know it.
        const moved = edition !== this.#edition || (await this.#refresh(edition.head.checkpoint));
        if (!moved) throw error;
      }
    }
  }

  async #refresh(after?: string): Promise<boolean> {
    const cache = after === undefined ? 'no-cache' : 'reload';
    const head = await this.#files.head({ cache }, after);
    const known = this.head;
    const [theirs, ours] = [positionOf(head.checkpoint), positionOf(known.checkpoint)];
    const isSameLog = theirs.epoch === ours.epoch;
    // Within a log its numbers tell which is newer, else the register's clock.
    const isOlder =
      isSameLog && theirs.seq !== ours.seq
        ? theirs.seq < ours.seq
        : head.fetchedAt < known.fetchedAt;
    if (isOlder || this.#pastEpochs.has(theirs.epoch)) return false;
    if (sameFiles(head, known)) {
      this.#edition.head = head;
      return false;
    }
    if (!isSameLog) this.#pastEpochs.add(ours.epoch);
    this.#edition = new Edition(head, this.#files);
    return true;
  }
}

/**
 * Opens a static snapshot: reads its head, and nothing else yet.
 *
 * @throws {ConfigurationError} where the address is no http(s) address.
 * @throws {InvalidAnswerError} where there is no snapshot, or one of a newer layout.
 * @throws {RegisterError} where that cannot be told now.
 */
export async function openStaticSnapshot(
  { address, ...settings }: StaticSnapshotOptions,
  { signal }: StaticReadOptions = {},
): Promise<StaticSnapshot> {
  const files = new StaticFiles(address, settings);
  return new StaticSnapshot(files, await files.head({ signal, cache: 'no-cache' }));
}

function sameFiles(a: StaticHead, b: StaticHead): boolean {
  return (['manifest', 'searchIndex', 'vocabulary'] as const).every(
    (name) => a[name]?.sha256 === b[name]?.sha256,
  );
}

/** Whether records of a kind may stand in the part with this key. */
function mayHold(key: string, kind: string): boolean {
  return kind === 'service' ? /^services?(\/|$)/.test(key) : key === kind;
}
