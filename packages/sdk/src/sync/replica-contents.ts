/** What a replica holds: the state of its store, and where each record stands in it. */
import type { Manifest } from '@pvp/contract';
import { linesOf, textOf, type PartLine } from './part-lines.ts';
import type { OverlayEntry, ReplicaCommit, ReplicaMeta, ReplicaStore } from './replica-store.ts';
import { SyncError } from './sync-error.ts';

/** Bytes of parts that are kept at hand for single look-ups. */
const MAX_AT_HAND = 8e6;

type Directory = ReadonlyMap<string, PartLine>;

/** One state of the replica. Never changed: a commit makes the next one. */
export interface Contents {
  readonly meta: ReplicaMeta | undefined;
  readonly overlay: ReadonlyMap<string, OverlayEntry>;
}

export class ReplicaContents {
  /** The state that was seen last. */
  latest: Contents = { meta: undefined, overlay: new Map() };
  /** Manifests whose parts somebody is reading: a commit leaves these where they are. */
  readonly readers = new Set<Manifest>();
  #contents: Promise<Contents> | undefined;
  readonly #lines = new Map<string, PartLine[]>();
  readonly #directories = new WeakMap<Manifest, Promise<Directory>>();
  readonly #atHand = new Map<string, Uint8Array>();

  constructor(private readonly store: ReplicaStore) {}

  /** The state now. Read once, until a commit here or `forget`. */
  current(): Promise<Contents> {
    return (this.#contents ??= this.ask((store) => store.readState()).then(
      (state) => {
        const overlay = new Map(state?.overlay.map((entry) => [entry.key, entry]));
        return (this.latest = { meta: state?.meta, overlay });
      },
      (error: unknown) => {
        this.forget();
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
    if (!meta) return new Map();
    const { manifest } = meta;
    let directory = this.#directories.get(manifest);
    if (!directory) {
      directory = this.#locate(manifest);
      this.#directories.set(manifest, directory);
      directory.catch(() => this.#directories.delete(manifest));
    }
    return directory;
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
    this.readers.add(meta.manifest);
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
      this.readers.delete(meta.manifest);
    }
  }

  /**
   * Writes the state that follows `before`.
   *
   * @returns `false` where somebody else has committed since `before`; nothing was written.
   */
  async commit(
    before: Contents,
    meta: Omit<ReplicaMeta, 'revision'>,
    change: Omit<ReplicaCommit, 'meta' | 'base'> = {},
  ): Promise<boolean> {
    const base = before.meta?.revision ?? 0;
    const next = { ...meta, revision: base + 1 };
    let isDone = false;
    try {
      isDone = await this.ask((store) => store.commit({ ...change, meta: next, base }));
    } finally {
      // Whether it was written is known by whoever reads next.
      if (!isDone) this.forget();
    }
    if (!isDone) return false;
    const overlay = new Map(change.clearOverlay ? [] : before.overlay);
    for (const entry of change.putOverlay ?? []) overlay.set(entry.key, entry);
    this.#contents = Promise.resolve((this.latest = { meta: next, overlay }));
    for (const sha256 of change.dropParts ?? []) {
      this.#lines.delete(sha256);
      this.#atHand.delete(sha256);
    }
    return true;
  }

  /** Asks the store; what it rejects with is told as the store's. */
  async ask<T>(question: (store: ReplicaStore) => Promise<T>, what = 'failed'): Promise<T> {
    try {
      return await question(this.store);
    } catch (cause) {
      const why = (cause as Error)?.message;
      throw new SyncError('store', `The store of the replica ${what}: ${why}`, { cause });
    }
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
    let room = MAX_AT_HAND;
    for (const [name, { length }] of [...this.#atHand].reverse()) {
      room -= length;
      if (room < 0 && name !== sha256) this.#atHand.delete(name);
    }
    return bytes;
  }

  async #read(sha256: string): Promise<Uint8Array> {
    const bytes = await this.ask((store) => store.readPart(sha256));
    if (bytes) return bytes;
    this.forget();
    throw new SyncError('overtaken', 'Parts were swapped meanwhile; read again');
  }
}
