/** The keys that the upstream signs with, kept beside the copy. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeySet } from '@pvp/contract';

export interface Upstream {
  /** Origin. */
  register: string;
  headers: Readonly<Record<string, string>>;
  fetch: typeof fetch;
}

const TIMEOUT_MS = 10_000;
/** Keys change rarely. */
const READ_EVERY_MS = 3600_000;

export class UpstreamKeys {
  readonly #file: string;
  readonly #upstream: Upstream;
  #current: KeySet;
  #readAt = -Infinity;

  constructor(folder: string, upstream: Upstream) {
    this.#file = join(folder, 'upstream-keys.json');
    this.#upstream = upstream;
    this.#current = this.#kept();
  }

  get current(): KeySet {
    return this.#current;
  }

  /** Asks the upstream, once an hour at most. Where it does not answer, those that are known stay. */
  async read(): Promise<void> {
    if (performance.now() - this.#readAt < READ_EVERY_MS) return;
    const { register, headers, fetch } = this.#upstream;
    let told: KeySet;
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(`${register}/.well-known/pvp-keys.json`, { headers, signal });
      if (!response.ok) {
        await response.body?.cancel();
        return;
      }
      told = (await response.json()) as KeySet;
    } catch {
      return;
    }
    if (!Array.isArray(told.keys)) return;
    this.#readAt = performance.now();
    this.#current = { keys: told.keys };
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ register, ...this.#current }));
    renameSync(draft, this.#file);
  }

  #kept(): KeySet {
    try {
      const kept = JSON.parse(readFileSync(this.#file, 'utf8')) as KeySet & { register: string };
      if (kept.register === this.#upstream.register) return { keys: kept.keys };
    } catch {
      // None were kept, or another time left half a file: the upstream is asked.
    }
    return { keys: [] };
  }
}
