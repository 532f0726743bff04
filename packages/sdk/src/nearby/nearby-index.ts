import type { SearchIndexHead, ServiceList } from '@pvp/contract';
import { requestBytes } from '../client/request-bytes.ts';
import { requestJson, type RequestSettings } from '../client/request-json.ts';
import { InvalidAnswerError } from '../errors/invalid-answer-error.ts';
import type { RegisterError } from '../errors/register-error.ts';
import { CatalogueIndex } from '../query/catalogue-index.ts';
import type { ServiceListQuery } from '../query/service-list-query.ts';
import { Slices, type SliceOptions } from '../query/slices.ts';
import { Kept } from '../search/kept.ts';
import { SearchIndex } from '../search/search-index.ts';
import { Vocabulary } from '../search/vocabulary.ts';
import { toAnswer } from '../source/live-source.ts';
import { readTiers } from '../tiers/read-tiers.ts';
import { rehearse } from '../tiers/rehearsal.ts';
import type { Tier } from '../tiers/tier-format.ts';

/**
 * How much of an index is at hand: names alone, or the summaries and everyday words too. Only a whole
 * one answers as the register does.
 */
export type Extent = 'titles' | 'whole';

export interface NearbyIndexOptions {
  /** Origin of the register. */
  register: string;
  /** `all` or `institution/{id}`. */
  scope: string;
  /** How requests are made. */
  settings?: RequestSettings;
  /** How long building may hold the thread. */
  slices?: SliceOptions;
}

/** So many bytes are decoded between two looks at the clock. */
const DECODED_AT_ONCE = 1 << 15;

/** So many answers are kept: those of every letter that a question begins with, and the latest. */
const ANSWERS = 64;

interface Built {
  index: CatalogueIndex;
  words: Vocabulary;
  head: SearchIndexHead;
  extent: Extent;
  /** When the register named these tiers. UTC, RFC 3339. */
  fetchedAt: string;
}

const TIERS: Readonly<Record<Extent, readonly Tier[]>> = {
  titles: ['titles'],
  whole: ['titles', 'summaries', 'synonyms'],
};

/**
 * The search index of a scope in memory: fetched from the register in tiers, built in slices, and
 * answering every question of a list without a request. Until another one is built, the one before
 * goes on answering.
 */
export class NearbyIndex {
  readonly #options: NearbyIndexOptions;
  /** Worst states of services, as far as they were told: no index has them. */
  readonly #outages = new Map<string, ServiceList['items'][number]['outage']>();
  #built: Built | undefined;
  /** By question. Most of an answer is made when it is read: they are small. */
  readonly #answers = new Kept<ServiceList>(ANSWERS);
  /** The tier of titles as text: the whole index is built from it once more. */
  #titles: { sha256: string; text: string } | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(options: NearbyIndexOptions) {
    this.#options = options;
  }

  /** How much is at hand; `undefined`: nothing yet. */
  get extent(): Extent | undefined {
    return this.#built?.extent;
  }

  /** When the register gave what is at hand. UTC, RFC 3339; empty where that is nothing. */
  get fetchedAt(): string {
    return this.#built?.fetchedAt ?? '';
  }

  /** Everyday words, for highlights. */
  get words(): Vocabulary | undefined {
    return this.#built?.words;
  }

  /**
   * Fetches so much, and builds the index from it. What is at hand is not fetched again.
   *
   * @throws {RegisterError} where it cannot be had; what was at hand before still is.
   */
  grow(extent: Extent): Promise<void> {
    return this.#next(async () => {
      if (this.#built && (extent === 'titles' || this.#built.extent === 'whole')) return;
      await this.#build(extent);
    });
  }

  /**
   * Asks whether the register has another index now, and builds that one.
   *
   * @throws {RegisterError} as `grow`.
   */
  renew(): Promise<void> {
    return this.#next(async () => {
      if (this.#built) await this.#build(this.#built.extent, true);
    });
  }

  /**
   * Answers as the register does; from names alone only what is searched for, and perhaps with fewer
   * services. `undefined`: not from what is at hand.
   */
  list(query: ServiceListQuery): ServiceList | undefined {
    const { index, extent } = this.#built ?? {};
    if (extent === 'titles' && (!query.q || query.sort === 'changed')) return undefined;
    return index && this.#answers.get(JSON.stringify(query), () => index.list(query));
  }

  /** Takes over what the register's own cards say and no index has. */
  learn(cards: ServiceList['items']): void {
    for (const { id, outage, instances } of cards) {
      // Of a unified service it tells what its instances share.
      if (instances !== undefined || this.#outages.get(id) === outage) continue;
      this.#answers.clear();
      if (outage) this.#outages.set(id, outage);
      else this.#outages.delete(id);
      this.#built?.index.setOutage(id, outage);
    }
  }

  /** One after the other: a larger index is built from what a smaller one has fetched. */
  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  async #build(extent: Extent, revalidate = false): Promise<void> {
    const known = this.#built;
    let { head, fetchedAt } =
      known && !revalidate ? known : await this.#meanwhile(this.#head(revalidate));
    const isSame = TIERS.whole.every(
      (tier) => known && fileOf(head, tier).sha256 === fileOf(known.head, tier).sha256,
    );
    if (known && isSame && known.extent === extent) {
      this.#built = { ...known, head, fetchedAt };
      return;
    }
    let texts: Record<Tier, string>;
    try {
      texts = await this.#meanwhile(this.#texts(head, extent));
    } catch (error) {
      if ((error as RegisterError).code !== 'not-found') throw error;
      // Replaced a while ago: what is named now is there.
      ({ head, fetchedAt } = await this.#head(true));
      texts = await this.#texts(head, extent);
    }
    const slices = new Slices(this.#options.slices);
    // Long texts have just been decoded.
    await slices.next();
    const words = new Vocabulary();
    const index = new CatalogueIndex(new SearchIndex(words));
    await readTiers(texts, {
      ...this.#options.slices,
      sha256: fileOf(head, 'titles').sha256,
      index,
    });
    this.#outages.forEach((state, id) => index.setOutage(id, state));
    // What only the first questions cost is not for the first key.
    for (const _ of index.warming()) if (slices.isOver) await slices.next();
    this.#built = { index, words, head, extent, fetchedAt };
    this.#answers.clear();
    if (extent === 'whole') this.#titles = undefined;
  }

  /** A page that waits has time for what would else be done when it has all that it waits for. */
  #meanwhile<T>(asked: Promise<T>): Promise<T> {
    void rehearse(asked, this.#options.slices);
    return asked;
  }

  async #head(revalidate: boolean): Promise<Pick<Built, 'head' | 'fetchedAt'>> {
    const found = await requestJson<SearchIndexHead>(
      this.#address,
      'tiers',
      { ...(revalidate && { cache: 'no-cache' }) },
      this.#options.settings,
    );
    const { data, freshness } = toAnswer(found, 'fresh');
    return { head: data, fetchedAt: freshness.fetchedAt };
  }

  async #texts(head: SearchIndexHead, extent: Extent): Promise<Record<Tier, string>> {
    const load = async (tier: Tier) => {
      const { href, sha256 } = fileOf(head, tier);
      if (tier === 'titles' && this.#titles?.sha256 === sha256) return this.#titles.text;
      const address = new URL(href, this.#address).href;
      const bytes = await requestBytes(address, {}, this.#options.settings ?? {});
      const text = await decoded(bytes, new Slices(this.#options.slices));
      if (tier === 'titles') this.#titles = { sha256, text };
      return text;
    };
    const texts = await Promise.all(
      TIERS[extent].map(async (tier) => [tier, await load(tier)] as const),
    );
    return Object.fromEntries(texts) as Record<Tier, string>;
  }

  get #address(): string {
    const [kind, id] = this.#options.scope.split('/');
    const scope = id === undefined ? kind : `${kind}/${encodeURIComponent(id)}`;
    return `${this.#options.register}/v1/search-index/${scope}`;
  }
}

/** The text of a file, in slices. */
async function decoded(bytes: ArrayBuffer, slices: Slices): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for (let at = 0; at < bytes.byteLength; at += DECODED_AT_ONCE) {
    if (slices.isOver) await slices.next();
    const some = new Uint8Array(bytes, at, Math.min(DECODED_AT_ONCE, bytes.byteLength - at));
    text += decoder.decode(some, { stream: true });
  }
  return text + decoder.decode();
}

function fileOf(head: SearchIndexHead, tier: Tier): SearchIndexHead['tiers'][number] {
  const file = head.tiers.find((each) => each.tier === tier);
  if (!file) throw new InvalidAnswerError(`The index has no ${tier}`);
  return file;
}
