import type { ServiceCard } from '@pvp/contract';
import { Slices } from '@pvp/sdk/query';
import { highlights, Vocabulary, type Span } from '@pvp/sdk/search';
import { css, type LitElement, type ReactiveController } from 'lit';
import { addStyles } from '../../styles/add-styles.ts';
import type { CatalogueVisit } from '../catalogue-visit.ts';
import { AfterPaint } from './after-paint.ts';

const styles = css`
  mark {
    background: color-mix(in srgb, var(--_accent) 16%, transparent);
    color: inherit;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;

interface Written {
  text: string;
  spans: readonly Span[];
}

/**
 * Marks in the rows on show the words that a search means, in the form in which they stand there: once
 * the rows are painted, and in slices, so that no key waits for marks.
 *
 * A text is replaced as a whole, and only where it or its marks are others: what a translator has
 * made of it stays until then.
 */
export class FoundWords implements ReactiveController {
  readonly #host: LitElement;
  readonly #visit: CatalogueVisit;
  readonly #marking = new AfterPaint(() => void this.#mark());
  /** By element: what stands in it by our hand. */
  readonly #written = new WeakMap<Element, Written>();
  /** By text, for the present question. */
  #found = new Map<string, readonly Span[]>();
  #items: readonly ServiceCard[] = [];
  #q = '';
  /** Knows abbreviations and compounds; everyday words come with the index. */
  readonly #usual = new Vocabulary();
  #words = this.#usual;
  #isBegun = false;
  #drawings = 0;

  constructor(host: LitElement, visit: CatalogueVisit) {
    this.#host = host;
    this.#visit = visit;
    host.addController(this);
    // Now rather than at the first marks: the whole list is styled anew.
    addStyles(host, styles);
  }

  /** What is on show from the next drawing on. */
  show(items: readonly ServiceCard[], q: string, words: Vocabulary | undefined): void {
    const vocabulary = words ?? this.#usual;
    if (q !== this.#q || vocabulary !== this.#words) this.#found.clear();
    this.#q = q;
    this.#words = vocabulary;
    this.#items = items;
  }

  hostUpdated(): void {
    this.#drawings++;
    // Where nothing was ever searched for, nothing is looked at; the rest of a hurried list follows.
    if ((this.#q || this.#isBegun) && !this.#visit.hurried) this.#marking.request();
  }

  async #mark(): Promise<void> {
    this.#isBegun = true;
    const drawing = this.#drawings;
    const time = new Slices();
    const cards = new Map(this.#items.map((card) => [card.id, card]));
    for (const row of this.#host.renderRoot.querySelectorAll<HTMLElement>('.row')) {
      if (time.isOver) await time.next();
      // Drawn anew meanwhile: that is marked in its turn.
      if (drawing !== this.#drawings) return;
      const card = cards.get(row.dataset['id'] ?? '');
      if (!card) continue;
      this.#write(row.querySelector('.title'), card.title);
      this.#write(row.querySelector('.summary'), card.summary);
    }
  }

  #write(element: Element | null, text: string | undefined): void {
    if (!element || text === undefined) return;
    const before = this.#written.get(element);
    const spans = this.#spansOf(text);
    // A text that was drawn anew has no marks.
    const isHeld =
      before?.text === text && element.querySelectorAll('mark').length === before.spans.length;
    const held = isHeld ? before.spans : [];
    this.#written.set(element, { text, spans });
    if (isSame(held, spans)) return;
    const parts: (Node | string)[] = [];
    let end = 0;
    for (const span of spans) {
      const mark = document.createElement('mark');
      mark.textContent = text.slice(span.start, span.end);
      parts.push(text.slice(end, span.start), mark);
      end = span.end;
    }
    element.replaceChildren(...parts, text.slice(end));
  }

  #spansOf(text: string): readonly Span[] {
    if (!this.#q) return [];
    let spans = this.#found.get(text);
    if (!spans) this.#found.set(text, (spans = highlights(text, this.#q, this.#words)));
    return spans;
  }
}

function isSame(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end }, nth) => other[nth]!.start === start && other[nth]!.end === end)
  );
}
