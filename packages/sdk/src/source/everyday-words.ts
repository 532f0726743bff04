import { RegisterClient } from '../client/register-client.ts';
import type { RequestSettings } from '../client/request-json.ts';
import { Slices } from '../query/slices.ts';
import { Vocabulary } from '../search/index.ts';
import { parseCompactVocabulary } from '../vocabulary/parse-compact-vocabulary.ts';

/** A search waits no longer for the words of its language, in milliseconds. */
const PATIENCE = 3_000;
/** Languages that the shipped words are in; others are asked for by pages in them. */
const LANGUAGES = ['lv', 'ru', 'en'];
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The everyday words of one language, as a register gave them. */
export interface KeptWords {
  /** The register names others otherwise. */
  version: string;
  compact: string;
}

/** A place for everyday words, by language. What it rejects with is never told. */
export interface WordStore {
  /** `undefined`: they are not here. */
  read(lang: string): Promise<KeptWords | undefined>;
  write(lang: string, kept: KeptWords): Promise<void>;
}

/**
 * The everyday words of a register, fetched when something is searched for first: those of the
 * question at once, the rest behind it. A register that does not answer leaves the search without
 * them; it is asked again by later questions, which no longer wait.
 */
export class EverydayWords {
  /** What the search asks; grows as words come. */
  readonly search = new Vocabulary();
  readonly #client: RegisterClient;
  readonly #store: WordStore | undefined;
  readonly #loads = new Map<string, Promise<void>>();
  readonly #entries = new Map<string, number>();
  #putting: Promise<void> = Promise.resolve();
  #loaded = 0;
  #waits = true;
  #expired = false;

  /** @param store Words that it holds are taken at once, without the register. */
  constructor(register: string, settings: RequestSettings = {}, store?: WordStore) {
    this.#store = store;
    this.#client = new RegisterClient({ ...settings, register, retry: 0, timeoutMs: PATIENCE });
  }

  /** How often words have come: a search before may have found less. */
  get revision(): number {
    return this.#loaded;
  }

  /** Resolves when the words for a question are there, or cannot be had now. */
  async ready(question: string, lang = 'lv'): Promise<void> {
    if (this.#expired) {
      this.#expired = false;
      for (const known of this.#loads.keys()) void this.#fetch(known, true);
    }
    const wanted = ['lv', languageOf(lang), ...(CYRILLIC.test(question) ? ['ru'] : [])];
    const now = this.#load(wanted).then(() => {
      if (this.#loaded > 0) void this.#load(LANGUAGES);
    });
    if (this.#waits) await now;
  }

  /** The register has other words now: the next question fetches them, without waiting. */
  expire(): void {
    this.#expired = true;
  }

  /**
   * Puts what the register has into the store, for when it cannot be reached: the shipped languages
   * and those of the visitor. Where it has none, or is silent, what is kept stays. No cache is asked:
   * it may be older than what is kept.
   */
  async keep(): Promise<void> {
    const own = globalThis.navigator?.languages ?? [];
    const languages = new Set([...LANGUAGES, ...own.map(languageOf)]);
    await Promise.allSettled(Array.from(languages, (lang) => this.#ask(lang, true)));
  }

  async #load(languages: readonly string[]): Promise<void> {
    await Promise.all(
      languages.map((lang) => {
        const load = this.#loads.get(lang) ?? this.#fetch(lang);
        this.#loads.set(lang, load);
        return load;
      }),
    );
  }

  async #fetch(lang: string, revalidate = false): Promise<void> {
    try {
      const kept = revalidate ? undefined : await this.#kept(lang);
      const { compact } = kept ?? (await this.#ask(lang, revalidate));
      const put = this.#putting.then(() => this.#put(lang, compact));
      this.#putting = put.catch(() => undefined);
      await put;
      this.#waits = true;
    } catch {
      this.#waits = false;
      if (!revalidate) this.#loads.delete(lang);
    }
  }

  async #ask(lang: string, revalidate = false): Promise<KeptWords> {
    const query = { lang: [lang], form: 'compact' } as const;
    const answer = await this.#client.getVocabulary(query, { revalidate });
    const { version, compact = '' } = answer;
    if (this.#store && (await this.#kept(lang))?.version !== version) {
      // A full disk is no reason to search without them.
      await this.#store.write(lang, { version, compact }).catch(() => undefined);
    }
    return { version, compact };
  }

  async #kept(lang: string): Promise<KeptWords | undefined> {
    return this.#store?.read(lang).catch(() => undefined);
  }

  /** In slices: all words at once would hold a slow phone for a second. */
  async #put(lang: string, compact: string): Promise<void> {
    const slices = new Slices();
    const before = this.#entries.get(lang) ?? 0;
    for (let nth = 0; nth < before; nth++) this.search.delete(`${lang}/${nth}`);
    const entries = parseCompactVocabulary(compact);
    for (const [nth, entry] of entries.entries()) {
      this.search.put(`${lang}/${nth}`, entry);
      if (!slices.isOver) continue;
      // Questions meet these words from now on.
      this.#loaded++;
      await slices.next();
    }
    this.#entries.set(lang, entries.length);
    this.#loaded++;
  }
}

/** `en-GB` → `en` */
function languageOf(tag: string): string {
  return tag.split('-', 1)[0]!;
}
