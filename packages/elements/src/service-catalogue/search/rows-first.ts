import type { ServiceCard, ServiceList } from '@pvp/contract';
import { css, noChange, render, type LitElement, type ReactiveController } from 'lit';
import { addStyles } from '../../styles/add-styles.ts';
import type { CatalogueVisit } from '../catalogue-visit.ts';
import { catalogueMessages } from '../../translations/catalogue-messages.ts';
import { renderResults, type DrawRow, type ResultsContext } from '../results.ts';
import { AfterPaint } from './after-paint.ts';

/** Rows of the new list may be lower than those of the old one, by which their number is reckoned. */
const SPARE = 1.25;

/** Rows that are taken out of layout and paint with one frame: each of them is styled and laid out for it. */
const SETTLED = 3;

/** Rows that are drawn as a rehearsal. */
const REHEARSED = 3;

/** How they are drawn: as usual, but for what would fetch more. */
const UNSEEN: ResultsContext = {
  texts: catalogueMessages.lv,
  headingLevel: 3,
  hideInstitution: false,
  hrefTemplate: '{id}',
  grid: false,
  exceptional: { get: () => undefined },
  drawNear: () => undefined,
};

/**
 * Outlines may stand beside a row. Of a long list (data-at) only the rows that are near are drawn, and
 * measured.
 */
const styles = css`
  @media screen {
    .rows:not(.grid) .far:not([data-at]) {
      content-visibility: auto;
      /* Without the padding and the line below. */
      contain-intrinsic-block-size: auto calc(var(--_height) - var(--_space) * 2.5 - 1px);
      overflow-clip-margin: 1em;
    }
  }
`;

/**
 * Draws the answer to a key in two steps: the rows that can be seen, and once these are painted the
 * other ones and what stands around them. Rows that lie below the window cost neither layout nor paint.
 */
export class RowsFirst implements ReactiveController {
  readonly #host: LitElement;
  readonly #visit: CatalogueVisit;
  readonly #rest = new AfterPaint(() => {
    this.#visit.hurried = false;
    this.#host.requestUpdate();
  });

  readonly #settling = new AfterPaint(() => this.#settle());

  constructor(host: LitElement, visit: CatalogueVisit) {
    this.#host = host;
    this.#visit = visit;
    host.addController(this);
    addStyles(host, styles);
    this.#settling.request();
  }

  hostUpdated(): void {
    (this.#visit.hurried ? this.#rest : this.#settling).request();
  }

  /** Only what is out of sight, and in the height that it has: nothing on the page moves. */
  #settle(): void {
    const near = this.#host.renderRoot.querySelectorAll<HTMLElement>('.row:not(.far)');
    const below = [...near]
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.top >= innerHeight * 1.5);
    for (const { row, box } of below.slice(0, SETTLED)) {
      row.style.setProperty('--_height', `${box.height}px`);
      row.classList.add('far');
    }
    if (below.length > SETTLED) this.#settling.request();
  }

  /** Draws a few rows of a list where nobody sees them, and others in their place: a step each. */
  *rehearsing({ items, total }: ServiceList): Generator<unknown> {
    const unseen = document.createDocumentFragment();
    for (let at = 0; at < REHEARSED; at++) {
      yield render(renderResults({ items: items.slice(at, at + 1), total }, UNSEEN), unseen);
    }
    yield this.#rehearseHere();
  }

  /** Draws what is on show once more, in the two steps of an answer. */
  async #rehearseHere(): Promise<void> {
    this.#visit.hurried = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // Nothing that comes in between is to be half drawn.
    this.#visit.hurried = false;
    this.#host.requestUpdate();
  }

  /** Called before anything of the new list is drawn: the page is measured as it was painted. */
  draw(items: readonly ServiceCard[], draw: DrawRow): unknown[] {
    const { length } = items;
    const inSight = this.#inSight() ?? length;
    // The cards of other rows are not even made yet.
    return Array.from({ length }, (_, at) => (at < inSight ? draw(items[at]!) : noChange));
  }

  /** How many rows of another list may be seen, as far as those on show tell it. */
  #inSight(): number | undefined {
    const rows = this.#host.renderRoot.querySelectorAll('.rows > .row');
    let from = 0;
    let until = 0;
    for (const [at, row] of rows.entries()) {
      const { top, bottom } = row.getBoundingClientRect();
      if (at === 0) from = top;
      until = bottom;
      if (from + (top - from) / SPARE > innerHeight) return at;
    }
    // They end before the window does.
    const lines = ((innerHeight - from) / (until - from)) * rows.length;
    return until > from ? Math.ceil(lines * SPARE) : undefined;
  }
}
