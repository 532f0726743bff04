/**
 * The serialised search index of each scope, built when somebody asks for it after a change. Its
 * bytes follow from the records, so every process that serves the store names it alike.
 */
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Slices, type LinkedObject } from '@pvp/sdk/query';
import { summaryTier, synonymTier, titleTier, type Tier } from '@pvp/sdk/tiers';
import type { ReadModel } from '../read-model/read-model.ts';
import { PartBytes } from '../sync/part-bytes.ts';
import { PhraseReaches, type PhraseReach } from './phrase-reach.ts';

export type Tiers = Readonly<Record<Tier, PartBytes>>;

/** A serialised index and where the register stood. */
export interface BuiltIndex {
  checkpoint: string;
  builtAt: number;
  /** Number of services. */
  count: number;
  tiers: Tiers;
}

interface Kept {
  bytes: PartBytes;
  /** When an index last named it, in milliseconds. */
  namedAt: number;
  /** When it was built, by the register's scopes. */
  builtAt: number;
}

/** Kinds of object that lists and search look at. */
const OBJECT_KINDS = ['organization', 'life-event', 'need', 'service-group', 'service-template'];
/** How long tiers stay after an index last named them, in milliseconds. */
const KEPT_MS = 10 * 60_000;
const MAX_BYTES = 64 * 1024 * 1024;

export class IndexTiers {
  readonly #model: ReadModel;
  readonly #clock: () => Date;
  readonly #reaches: PhraseReaches;
  readonly #built = new Map<string, { version: number; index: Promise<BuiltIndex> }>();
  /** By SHA-256; the one that an index named last stands last. */
  readonly #kept = new Map<string, Kept>();

  constructor(model: ReadModel, clock: () => Date) {
    this.#model = model;
    this.#clock = clock;
    this.#reaches = new PhraseReaches(model);
  }

  /** The index as it is now; `undefined`: there is no such scope. */
  async current(scope: string): Promise<BuiltIndex | undefined> {
    let reach = await this.#reaches.latest();
    while (reach.version !== this.#model.version) reach = await this.#reaches.latest();
    const { version } = reach;
    const names = this.#namesOf(scope);
    if (names === undefined) return undefined;
    let known = this.#built.get(scope);
    if (known?.version !== version) {
      known = { version, index: this.#build(names, reach) };
      this.#built.set(scope, known);
      known.index.catch(() => this.#built.delete(scope));
    }
    const index = await known.index;
    this.#keep(index);
    return index;
  }

  /** One tier, current or replaced a short while ago. */
  async find(scope: string, tier: Tier, sha256: string): Promise<PartBytes | undefined> {
    const kept = this.#kept.get(sha256);
    // An older one may hold what was redacted since.
    if (kept && kept.builtAt > this.#model.scopes.lastWithdrawal) return kept.bytes;
    // Another process may have named it, of a state that this one has not got to.
    await this.#model.catchUp();
    const bytes = (await this.current(scope))?.tiers[tier];
    return bytes?.sha256 === sha256 ? bytes : undefined;
  }

  /** Ids under which services name the institution of a scope; `null`: all services. */
  #namesOf(scope: string): ReadonlySet<string> | null | undefined {
    if (scope === 'all') return null;
    const { contents } = this.#model;
    // Under every name that `GET /v1/services` knows an institution by.
    const id = contents.index.resolve('organization', scope.replace(/^institution\//, ''));
    const held = contents.get('organization', id);
    return held && new Set([held.id, ...(held.record.aliases ?? [])]);
  }

  async #build(names: ReadonlySet<string> | null, reach: PhraseReach): Promise<BuiltIndex> {
    const { checkpoint, contents, scopes } = this.#model;
    const builtAt = scopes.tick();
    // All at once, so that nothing comes between; what is taken is never changed in place.
    const entries = [...contents.index.entries()].filter(
      ({ institutions }) => names === null || institutions.some((id) => names.has(id)),
    );
    const objects = OBJECT_KINDS.flatMap((kind) => [...contents.all(kind)]).map(
      ({ record }) => record as unknown as LinkedObject,
    );
    const everydayWords = reach.wordsFor(names);
    const slices = new Slices({ pause: () => turn() });
    const titles = await this.#bytesOf(titleTier({ entries, objects }), slices);
    const summaries = await this.#bytesOf(summaryTier({ entries, objects }, titles.sha256), slices);
    const synonyms = await this.#bytesOf(synonymTier(everydayWords), slices);
    return { checkpoint, builtAt, count: entries.length, tiers: { titles, summaries, synonyms } };
  }

  async #bytesOf(lines: Generator<string>, slices: Slices): Promise<PartBytes> {
    const hash = createHash('sha256');
    const parts: Buffer[] = [];
    for (const line of lines) {
      const part = Buffer.from(line, 'utf8');
      hash.update(part);
      parts.push(part);
      if (slices.isOver) await slices.next();
    }
    const sha256 = hash.digest('hex');
    // Scopes and states have much in common: what is compressed once stays so.
    return this.#kept.get(sha256)?.bytes ?? new PartBytes(Buffer.concat(parts), sha256);
  }

  #keep({ tiers, builtAt }: BuiltIndex): void {
    const now = this.#clock().getTime();
    for (const bytes of Object.values(tiers)) {
      this.#kept.delete(bytes.sha256);
      this.#kept.set(bytes.sha256, { bytes, builtAt, namedAt: now });
    }
    let held = 0;
    for (const { bytes } of this.#kept.values()) held += bytes.held;
    for (const [sha256, { bytes, namedAt }] of this.#kept) {
      if (now - namedAt <= KEPT_MS && held <= MAX_BYTES) break;
      this.#kept.delete(sha256);
      held -= bytes.held;
    }
  }
}
