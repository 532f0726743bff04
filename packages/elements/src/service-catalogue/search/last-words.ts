import type { LitElement, ReactiveController } from 'lit';
import type { CatalogueVisit } from '../catalogue-visit.ts';

/**
 * Keeps the last words with the page as soon as somebody leaves the field, or the page: what was typed
 * is kept a moment after the last key, and that moment may not come any more.
 */
export class LastWords implements ReactiveController {
  readonly #visit: CatalogueVisit;
  /** The key whose words are kept. */
  #kept: CatalogueVisit['question'];

  constructor(host: LitElement, visit: CatalogueVisit) {
    this.#visit = visit;
    host.addController(this);
    host.renderRoot.addEventListener('focusout', this.#keep);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#keep);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#keep);
  }

  readonly #keep = (): void => {
    const { question, typing } = this.#visit;
    // Browsers limit how often a page writes its history: the same words are kept once.
    if (!typing || question === this.#kept) return;
    this.#kept = question;
    this.#visit.search('replaceState');
  };
}
