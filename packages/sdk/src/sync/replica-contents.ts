/** What a replica holds: the state of its store, and where each record stands in it. */
import type { Manifest } from '@pvp/contract';
import { linesOf, textOf, type PartLine } from './part-lines.ts';
import type {
  OverlayEntry,
  ReplicaCommit,
  ReplicaMeta,
  ReplicaStore,
  StoredState,
} from './replica-store.ts';
import { SyncError } from './sync-error.ts';

/** Bytes of parts that are kept at hand for single look-ups. */
const MAX_AT_HAND = 8e6;

type Directory = ReadonlyMap<string, PartLine>;

/** One state of the replica. Never changed: a commit makes the next one. */
export interface Contents {
  readonly meta: ReplicaMeta | undefined;
  readonly overlay: ReadonlyMap<string, OverlayEntry>;
}

const EMPTY: Contents = { meta: undefined, overlay: new Map() };

export class ReplicaContents {
  #contents: Promise<Contents> | undefined;
  #latest = EMPTY;
  readonly #lines = new Map<string, PartLine[]>();
  readonly #directories = new WeakMap<Manifest, Promise<Directory>>();
  readonly #atHand = new Map<string, Uint8Array>();
  /** Parts that somebody is reading: a commit leaves them where they are. */
  readonly #readers = new Set<Manifest>();

  constructor(private readonly store: ReplicaStore) {}

  /** The state that was seen last, without reading. */
  get latest(): Contents {
    return this.#latest;
  }

  /** The state now. Read once, until a commit here or `forget`. */
  current(): Promise<Contents> {
    return (this.#contents ??= this.#guard(this.store.readState()).then(
      (state) => (this.#latest = contentsOf(state)),
      (error: unknown) => {
        this.#contents = undefined;
        throw error;
      },
    ));
  }

  /** Somebody else has committed: the next look reads anew. */
  forget(): void {
    this.#contents = undefined;
  }

  /** Where the records stand in the parts, changed ones included. */
  async directory({ meta }: Contents): Promise<Directory> {
    return meta ? this.#directoryOf(meta.manifest) : new Map();
  }

  /** Lines of a part. `bytes`: where it is at hand already. */
  async lines(sha256: string, bytes?: Uint8Array): Promise<PartLine[]> {
    const known = this.#lines.get(sha256);
    if (known) return known;
    const lines = linesOf(sha256, bytes ?? (await this.#read(sha256)));
    this.#lines.set(sha256, lines);
    return lines;
  }

  /** JSON of a record; `undefined`: it is not held. */
  async textOf(contents: Contents, key: string): Promise<string | undefined> {
    const changed = contents.overlay.get(key);
    if (changed) return changed.text ?? undefined;
    const line = (await this.directory(contents)).get(key);
    if (!line) return undefined;
    return textOf((await this.#bytes(line.part)).subarray(line.start, line.end));
  }

  /** JSON of the records of one moment, part by part; `kind`: of these only. */
  async *texts(kind: string | undefined): AsyncGenerator<string> {
    const contents = await this.current();
    const { meta, overlay } = contents;
    if (!meta) return;
    const wanted = (key: string) => kind === undefined || key.startsWith(`${kind}/`);
    this.#readers.add(meta.manifest);
    try {
      for (const { sha256 } of meta.manifest.parts) {
        const lines = await this.lines(sha256);
        const here = lines.filter(({ key }) => wanted(key) && !overlay.has(key));
        if (here.length === 0) continue;
        const bytes = await this.#read(sha256);
        for (const { start, end } of here) yield textOf(bytes.subarray(start, end));
      }
      for (const { key, text } of overlay.values()) if (text !== null && wanted(key)) yield text;
    } finally {
      this.#readers.delete(meta.manifest);
    }
  }

  partNames(): Promise<string[]> {
    return this.#guard(this.store.partNames());
  }

  /** `undefined`: it is not here. */
  partBytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#guard(this.store.readPart(sha256));
  }

  /** Writes parts that nothing names yet. */
  async stage(putParts: ReplicaCommit['putParts']): Promise<void> {
    await this.#guard(this.store.commit({ putParts }));
  }

  /**
   * Writes the state that follows `before`.
   *
   * @returns `false` where somebody else has committed since `before`; nothing was written.
   */
  async commit(
    before: Contents,
    meta: Omit<ReplicaMeta, 'revision'>,
    change: Pick<ReplicaCommit, 'putParts' | 'putOverlay' | 'clearOverlay'> = {},
  ): Promise<boolean> {
    const base = before.meta?.revision ?? 0;
    const next = { ...meta, revision: base + 1 };
    const isSwap = next.manifest !== before.meta?.manifest;
    const dropParts = isSwap ? await this.#unnamed(next.manifest) : [];
    const done = await this.#guard(
      this.store.commit({ ...change, meta: next, base, dropParts }),
    ).catch((error: unknown) => {
      // Whether it was written is known by whoever reads next.
      this.forget();
      throw error;
    });
    if (!done) {
      this.forget();
      return false;
    }
    const overlay = new Map(change.clearOverlay ? [] : before.overlay);
    for (const entry of change.putOverlay ?? []) overlay.set(entry.key, entry);
    this.#latest = { meta: next, overlay };
    this.#contents = Promise.resolve(this.#latest);
    for (const sha256 of dropParts) {
      this.#lines.delete(sha256);
      this.#atHand.delete(sha256);
    }
    return true;
  }

  async #unnamed(next: Manifest): Promise<string[]> {
    const named = new Set<string>();
    for (const { parts } of [next, ...this.#readers])
      parts.forEach((part) => named.add(part.sha256));
    return (await this.partNames()).filter((sha256) => !named.has(sha256));
  }

  #directoryOf(manifest: Manifest): Promise<Directory> {
    let directory = this.#directories.get(manifest);
    if (!directory) {
      directory = this.#locate(manifest);
      this.#directories.set(manifest, directory);
      directory.catch(() => this.#directories.delete(manifest));
    }
    return directory;
  }

  async #locate({ parts }: Manifest): Promise<Directory> {
    const directory = new Map<string, PartLine>();
    for (const { sha256 } of parts) {
      for (const line of await this.lines(sha256)) directory.set(line.key, line);
    }
    return directory;
  }

  async #bytes(sha256: string): Promise<Uint8Array> {
    const bytes = this.#atHand.get(sha256) ?? (await this.#read(sha256));
    this.#atHand.delete(sha256);
    this.#atHand.set(sha256, bytes);
    let length = 0;
    for (const one of this.#atHand.values()) length += one.length;
    for (const [first, { length: freed }] of this.#atHand) {
      if (length <= MAX_AT_HAND || first === sha256) break;
      this.#atHand.delete(first);
      length -= freed;
    }
    return bytes;
  }

  async #read(sha256: string): Promise<Uint8Array> {
    const bytes = await this.partBytes(sha256);
    if (bytes) return bytes;
    this.forget();
    throw new SyncError('overtaken', 'Parts were swapped meanwhile; read again');
  }

  #guard<T>(work: Promise<T>): Promise<T> {
    return work.catch((error: unknown) => {
      throw new SyncError(
        'store',
        `The store of the replica failed: ${(error as Error)?.message}`,
        {
          cause: error,
        },
      );
    });
  }
}

function contentsOf(state: StoredState | undefined): Contents {
  if (!state) return EMPTY;
  const { meta, overlay } = state;
  return { meta, overlay: new Map(overlay.map((entry) => [entry.key, entry])) };
}
