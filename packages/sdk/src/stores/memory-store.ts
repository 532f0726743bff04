import type {
  OverlayEntry,
  ReplicaCommit,
  ReplicaMeta,
  ReplicaStore,
  StoredState,
} from '../sync/replica-store.ts';

/** Keeps a replica for as long as the object lives. It outlasts `close`, for a later replica. */
export class MemoryStore implements ReplicaStore {
  #meta: ReplicaMeta | undefined;
  #overlay = new Map<string, OverlayEntry>();
  readonly #parts = new Map<string, Uint8Array<ArrayBuffer>>();

  async open(): Promise<void> {}

  async readState(): Promise<StoredState | undefined> {
    return this.#meta && { meta: this.#meta, overlay: [...this.#overlay.values()] };
  }

  async readPart(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#parts.get(sha256);
  }

  async partNames(): Promise<string[]> {
    return [...this.#parts.keys()];
  }

  async commit(commit: ReplicaCommit): Promise<boolean> {
    const { meta, base, putParts = [], dropParts = [], putOverlay = [], clearOverlay } = commit;
    if (meta && (this.#meta?.revision ?? 0) !== base) return false;
    for (const { sha256, bytes } of putParts) this.#parts.set(sha256, bytes.slice());
    for (const sha256 of dropParts) this.#parts.delete(sha256);
    if (clearOverlay) this.#overlay.clear();
    for (const entry of putOverlay) this.#overlay.set(entry.key, entry);
    this.#meta = meta ?? this.#meta;
    return true;
  }

  async close(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#meta = undefined;
    this.#overlay.clear();
    this.#parts.clear();
  }
}

/** A store for scripts and tests, and for processes that start anew from the register. */
export function memoryStore(): ReplicaStore {
  return new MemoryStore();
}
