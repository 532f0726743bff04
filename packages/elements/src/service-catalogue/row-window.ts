/**
 * A long list as far as it is near: rows out of sight give their place to a gap of their height, so
 * that thousands of them cost no more than a few screens. A chunk of its own; short lists are drawn
 * whole.
 *
 * Places in the list are told to assistive technology (`aria-posinset`). The row that has the focus,
 * or is to get it, is always drawn.
 */
import type { ServiceCard } from '@pvp/contract';
import { html, type LitElement, type ReactiveController } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DrawRow } from './results.ts';
import { MANY_ROWS } from './tools/in-steps.ts';

/** Rows within so many pixels above and below the window are drawn: a few steps of the keyboard. */
const MARGIN = 600;
/** They are drawn anew when fewer pixels than these are left: not at every step of the wheel. */
const LEAST = 300;
/** So many rows too many do not matter. */
const SPARE = 6;

/** Rows from one place up to another one. */
type Range = [from: number, until: number];

export class RowWindow implements ReactiveController {
  readonly #host: LitElement;
  /** Id of a row that has to be drawn wherever it is. */
  readonly #pinned: () => readonly (string | undefined)[];
  /** Heights of lines, with the gap below; a line has as many rows as there are columns. */
  #heights: number[] = [];
  /** What a line is taken for until it has been drawn. */
  #usual = 0;
  #columns = 1;
  #gap = 0;
  #near: Range = [0, MANY_ROWS];
  #count = 0;
  #first: string | undefined;
  #frame = 0;
  #isPrinting = false;

  constructor(host: LitElement, pinned: () => readonly (string | undefined)[]) {
    this.#host = host;
    this.#pinned = pinned;
    host.addController(this);
  }

  hostConnected(): void {
    // In the phase that also tells of a box of the page that scrolls.
    document.addEventListener('scroll', this.#handleScroll, { capture: true, passive: true });
    addEventListener('resize', this.#handleScroll);
    addEventListener('beforeprint', this.#handlePrint);
    addEventListener('afterprint', this.#handlePrinted);
  }

  hostDisconnected(): void {
    document.removeEventListener('scroll', this.#handleScroll, { capture: true });
    removeEventListener('resize', this.#handleScroll);
    removeEventListener('beforeprint', this.#handlePrint);
    removeEventListener('afterprint', this.#handlePrinted);
    cancelAnimationFrame(this.#frame);
  }

  hostUpdated(): void {
    if (!this.#count) return;
    this.#measure();
    this.#look();
  }

  draw(items: readonly ServiceCard[], draw: DrawRow): unknown {
    // Another list: what was measured is not its own.
    if (items.length < this.#count || items[0]?.id !== this.#first) {
      this.#heights = [];
      this.#near = [0, MANY_ROWS];
    }
    this.#count = items.length;
    this.#first = items[0]?.id;
    const entries: { key: string; content: () => unknown }[] = [];
    let drawn = 0;
    for (const [from, until] of this.#ranges(items)) {
      if (from > drawn) entries.push(this.#gapOf(drawn, from));
      for (let at = from; at < until; at++) {
        const card = items[at]!;
        entries.push({ key: card.id, content: () => draw(card, at) });
      }
      drawn = until;
    }
    if (drawn < items.length) entries.push(this.#gapOf(drawn, items.length));
    return repeat(
      entries,
      ({ key }) => key,
      ({ content }) => content(),
    );
  }

  /** What is drawn, in order and without overlap. */
  #ranges(items: readonly ServiceCard[]): Range[] {
    const [from, until] = this.#near;
    const near: Range = [from, Math.min(until, items.length)];
    const pinned = new Set(this.#pinned().filter((id) => id !== undefined));
    const alone = [...pinned]
      .map((id) => items.findIndex((card) => card.id === id))
      .filter((at) => at >= 0 && (at < near[0] || at >= near[1]))
      .map((at): Range => [at, at + 1]);
    return [near, ...alone].sort((a, b) => a[0] - b[0]);
  }

  #gapOf(from: number, until: number): { key: string; content: () => unknown } {
    let height = -this.#gap;
    for (let line = this.#lineOf(from); line < this.#lineOf(until + this.#columns - 1); line++) {
      height += this.#heightOf(line);
    }
    return {
      key: `gap ${from}`,
      content: () =>
        html`<li
          class="gap"
          role="none"
          .style=${`height:${Math.max(height, 0)}px;grid-column:1/-1`}
        ></li>`,
    };
  }

  #lineOf(at: number): number {
    return Math.floor(at / this.#columns);
  }

  #heightOf(line: number): number {
    return this.#heights[line] ?? this.#usual;
  }

  get #list(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.rows');
  }

  #measure(): void {
    const list = this.#list;
    if (!list?.offsetHeight) return;
    const { gridTemplateColumns, rowGap } = getComputedStyle(list);
    const columns = list.matches('.grid') ? gridTemplateColumns.split(' ').length : 1;
    if (columns !== this.#columns) this.#heights = [];
    this.#columns = columns;
    this.#gap = Number.parseFloat(rowGap) || 0;
    for (const row of list.querySelectorAll<HTMLElement>('.row')) {
      const at = Number(row.dataset['at']);
      if (at % columns === 0) this.#heights[this.#lineOf(at)] = row.offsetHeight + this.#gap;
    }
    // Holes of the array are skipped.
    let count = 0;
    const sum = this.#heights.reduce((total, height) => (count++, total + height), 0);
    this.#usual = sum / (count || 1);
  }

  /** Draws anew where other rows are near than those that are drawn. */
  #look(): void {
    const list = this.#list;
    // Hidden, or gone: what was near is near again when it comes back.
    if (!list?.offsetHeight || this.#count <= MANY_ROWS || this.#isPrinting) return;
    const { top } = list.getBoundingClientRect();
    const [from, until] = this.#within(top, LEAST);
    const wanted = this.#within(top, MARGIN);
    const drawn = this.#near;
    const isEnough = drawn[0] <= from && drawn[1] >= until;
    if (isEnough && drawn[1] - drawn[0] <= wanted[1] - wanted[0] + SPARE) return;
    this.#near = wanted;
    this.#host.requestUpdate();
  }

  /** Rows that lie in the window or less than `margin` pixels beside it. */
  #within(top: number, margin: number): Range {
    let from = 0;
    let until = 0;
    let end = top;
    for (let line = 0; line * this.#columns < this.#count; line++) {
      end += this.#heightOf(line);
      if (end < -margin) from = (line + 1) * this.#columns;
      until = (line + 1) * this.#columns;
      if (end > innerHeight + margin) break;
    }
    return [Math.min(from, this.#count - 1), Math.min(until, this.#count)];
  }

  /** Paper has no window: it gets all rows. */
  #handlePrint = (): void => {
    this.#near = [0, this.#count];
    this.#isPrinting = true;
    this.#host.requestUpdate();
  };

  #handlePrinted = (): void => {
    this.#isPrinting = false;
    this.#handleScroll();
  };

  #handleScroll = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#look());
  };
}
