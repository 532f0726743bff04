import type { ServiceCard } from '@pvp/contract';
import { noChange, type LitElement, type ReactiveController } from 'lit';
import type { CatalogueVisit } from '../catalogue-visit.ts';
import type { DrawRow } from '../results.ts';
import { AfterPaint } from './after-paint.ts';

/** Rows of the new list may be lower than those of the old one, by which their number is reckoned. */
const SPARE = 1.25;

/**
 * Draws the answer to a key in two steps: the rows that can be seen, and once these are painted the
 * other ones and what stands around them.
 */
export class RowsFirst implements ReactiveController {
  readonly #host: LitElement;
  readonly #visit: CatalogueVisit;
  readonly #rest = new AfterPaint(() => {
    this.#visit.hurried = false;
    this.#host.requestUpdate();
  });

  constructor(host: LitElement, visit: CatalogueVisit) {
    this.#host = host;
    this.#visit = visit;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#visit.hurried) this.#rest.request();
  }

  /** Called before anything of the new list is drawn: the page is measured as it was painted. */
  draw(items: readonly ServiceCard[], draw: DrawRow): unknown[] {
    const list = this.#host.renderRoot.querySelector('.rows');
    const { top = 0, height = 0 } = list?.getBoundingClientRect() ?? {};
    const lines = ((innerHeight - top) / height) * (list?.childElementCount ?? 0);
    // Where nothing stood there is nothing to reckon by.
    const inSight = height ? Math.ceil(lines * SPARE) + 1 : items.length;
    return items.map((card, at) => (at < inSight ? draw(card) : noChange));
  }
}
