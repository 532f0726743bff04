import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Translations, UiLanguage } from '../translations/messages.ts';

/** The primary subtag of the nearest `lang`, through shadow roots; Latvian where none is known. */
export function nearestLanguage(element: Element): UiLanguage {
  for (let at: Element | undefined = element; at;) {
    const marked: Element | null = at.closest('[lang]');
    const value = marked?.getAttribute('lang');
    if (value) return (/^(en|ru)\b/i.exec(value)?.[1]?.toLowerCase() ?? 'lv') as UiLanguage;
    const root: Node = (marked ?? at).getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return 'lv';
}

/**
 * Texts in the language of the page around the host. Undefined only while another language than
 * Latvian is on its way; where it cannot be fetched, Latvian stands in.
 */
export class UiTexts<T> implements ReactiveController {
  texts?: T;
  lang: UiLanguage = 'lv';

  #host: ReactiveControllerHost & Element;
  #translations: Translations<T>;
  #observer?: MutationObserver;

  constructor(host: ReactiveControllerHost & Element, translations: Translations<T>) {
    this.#host = host;
    this.#translations = translations;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#read();
    this.#observer = new MutationObserver(() => void this.#read());
    const attributes = { attributeFilter: ['lang'] };
    this.#observer.observe(this.#host, attributes);
    this.#observer.observe(document.documentElement, attributes);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  async #read(): Promise<void> {
    const lang = nearestLanguage(this.#host);
    if (this.texts && lang === this.lang) return;
    this.lang = lang;
    const { lv } = this.#translations;
    // Latvian is drawn at once, without a turn of the event loop.
    const texts = lang === 'lv' ? lv : await this.#translations[lang]().catch(() => lv);
    if (lang !== this.lang) return;
    this.texts = texts;
    this.#host.requestUpdate();
  }
}
