import type { UiLanguage } from './messages.ts';

/**
 * Texts of a part that travels apart from its element: Latvian comes with the part, another
 * language as one more chunk.
 */
export class LazyTexts<T> {
  readonly #loaded = new Map<string, T>();
  readonly #lv: T;
  readonly #load: Record<Exclude<UiLanguage, 'lv'>, () => Promise<T>>;

  constructor(lv: T, load: Record<Exclude<UiLanguage, 'lv'>, () => Promise<T>>) {
    this.#lv = lv;
    this.#load = load;
  }

  /** Fetches the texts of a language. Where that fails, Latvian stands in until the next try. */
  async prepare(lang: UiLanguage): Promise<void> {
    if (lang === 'lv' || this.#loaded.has(lang)) return;
    const texts = await this.#load[lang]().catch(() => undefined);
    if (texts) this.#loaded.set(lang, texts);
  }

  of(lang: UiLanguage): T {
    return this.#loaded.get(lang) ?? this.#lv;
  }
}
