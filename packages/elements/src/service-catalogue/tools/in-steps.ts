import type { ServiceCard } from '@pvp/contract';
import { noChange, type LitElement } from 'lit';
import { ROWS_AT_ONCE, type DrawRow } from '../results.ts';

/** More rows than these are drawn as far as they are near. */
export const MANY_ROWS = 30;

/**
 * Filters, and rows below the window, in steps: one filter or a few rows with each frame. All at once
 * would hold a slow phone for longer than a key may wait. Filters come first: they may be in sight.
 */
export class InSteps {
  readonly #host: LitElement;
  /** Filters that may be drawn by now, and how many there are. */
  #begun = 0;
  #filters = 0;
  /** Rows that may be drawn by now. */
  #rows: number;
  #items: readonly ServiceCard[] = [];
  #isWaiting = false;
  /** The step that is being drawn is a filter. */
  #isFilter = false;

  /** @param rows As many are drawn already. */
  constructor(host: LitElement, rows: number) {
    this.#host = host;
    this.#rows = rows;
  }

  /** Those that may be drawn of all filters. */
  filters<T>(all: readonly T[]): readonly T[] {
    this.#filters = all.length;
    if (this.#begun < all.length) this.#goOn();
    return all.slice(0, this.#begun);
  }

  /** The rows of a list while they grow; `undefined`: as many as there are may be drawn. */
  rows(items: readonly ServiceCard[], draw: DrawRow): unknown {
    const isSame = items === this.#items;
    this.#items = items;
    // They stay as they are; what may have come for them meanwhile, the last filter brings.
    if (isSame && this.#isFilter && this.#begun < this.#filters) return noChange;
    if (this.#rows >= Math.min(items.length, MANY_ROWS)) {
      // No other list grows.
      this.#rows = Infinity;
      return undefined;
    }
    this.#goOn();
    return items.slice(0, this.#rows).map((card) => draw(card));
  }

  #goOn(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    // The frame is painted when its callbacks have run.
    requestAnimationFrame(() => setTimeout(() => void this.#draw()));
  }

  async #draw(): Promise<void> {
    this.#isWaiting = false;
    this.#isFilter = this.#begun < this.#filters;
    if (this.#isFilter) this.#begun++;
    else this.#rows += ROWS_AT_ONCE;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#isFilter = false;
  }
}
