import type { ServiceSort } from '@pvp/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Facet } from '../translations/catalogue-messages.ts';
import { noFilters, toggled, type Filters } from './catalogue-filters.ts';
import { addressOf, prefixOf, readAddress } from './page-address.ts';

/** From the last key to the question. */
const QUESTION_DELAY = 120;
/** From the last key to the moment when typing counts as over and the result is read out. */
const QUIET_DELAY = 600;

/** What one visitor does in one catalogue, and the page's address that says so. */
export class CatalogueVisit implements ReactiveController {
  filters: Filters = noFilters;
  /** What stands in the field; becomes a filter a moment later. */
  typed = '';
  /** Keys are being pressed: nothing is read out yet. */
  typing = false;
  /** Pages of the list that are on show. */
  pages = 1;
  /** Id of the service that is open in place of the list. */
  opened: string | undefined;
  /** Life events are open in place of the list. */
  situations = false;
  /** A grid or rows, where that was chosen. */
  grid: boolean | undefined;

  #host: ReactiveControllerHost & Element;
  #inAddress: () => boolean;
  #question?: ReturnType<typeof setTimeout>;
  #quiet?: ReturnType<typeof setTimeout>;

  constructor(host: ReactiveControllerHost & Element, inAddress: () => boolean) {
    this.#host = host;
    this.#inAddress = inAddress;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#handlePopState);
    this.#handlePopState();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#handlePopState);
    clearTimeout(this.#question);
    clearTimeout(this.#quiet);
    this.typing = false;
  }

  /** @param atOnce The answer costs nothing: no key waits for the next one. */
  type(text: string, atOnce = false): void {
    this.typed = text;
    this.typing = true;
    clearTimeout(this.#question);
    clearTimeout(this.#quiet);
    if (atOnce) this.#search('replaceState');
    else this.#question = setTimeout(() => this.#search('replaceState'), QUESTION_DELAY);
    this.#quiet = setTimeout(() => this.#fallQuiet(), QUIET_DELAY);
    this.#host.requestUpdate();
  }

  /** At once, without the pause that typing has. */
  submit(text: string): void {
    this.typed = text;
    clearTimeout(this.#question);
    clearTimeout(this.#quiet);
    this.#fallQuiet();
    this.#search('pushState');
  }

  toggle(facet: Facet, value: string): void {
    this.#filter(toggled(this.filters, facet, value), 'pushState');
  }

  /** Takes everything back, or the filters alone. */
  clear(isSearchKept = false): void {
    if (!isSearchKept) this.typed = '';
    const { q, sort } = this.filters;
    this.#filter({ ...noFilters, ...(isSearchKept && { q }), sort }, 'pushState');
  }

  sort(sort: ServiceSort): void {
    this.#filter({ ...this.filters, sort }, 'pushState');
  }

  showMore(): void {
    this.pages++;
    this.#write('replaceState');
    this.#host.requestUpdate();
  }

  arrange(grid: boolean): void {
    this.grid = grid;
    this.#host.requestUpdate();
  }

  /** To the life events in place of the list, and back. */
  enter(situations: boolean): void {
    this.situations = situations;
    this.#write('pushState');
    this.#host.requestUpdate();
  }

  open(id: string | undefined): void {
    this.opened = id;
    this.#write('pushState');
    this.#host.requestUpdate();
  }

  #search(how: 'pushState' | 'replaceState'): void {
    if (this.typed.trim() === this.filters.q.trim()) return;
    this.#filter({ ...this.filters, q: this.typed }, how);
  }

  #filter(filters: Filters, how: 'pushState' | 'replaceState'): void {
    this.filters = filters;
    this.pages = 1;
    this.#write(how);
    this.#host.requestUpdate();
  }

  #fallQuiet(): void {
    this.typing = false;
    this.#host.requestUpdate();
  }

  #write(how: 'pushState' | 'replaceState'): void {
    if (!this.#inAddress()) return;
    const { filters, opened, pages, situations } = this;
    // How far the list was unfolded is for the way back, not for others.
    const key = `${prefixOf(this.#host)}pages`;
    const { state: old } = history;
    // A page that keeps something else than an object there keeps it.
    const state: unknown = typeof old === 'object' ? { ...old, [key]: pages } : old;
    history[how](state, '', addressOf(this.#host, { filters, opened, situations }));
  }

  #handlePopState = (): void => {
    const { filters, opened, situations } = readAddress(this.#host);
    // The link of a title leads to an opened service on every page; filters only where asked for.
    if (this.#inAddress()) {
      this.filters = filters;
      this.typed = filters.q;
      this.pages = history.state?.[`${prefixOf(this.#host)}pages`] ?? 1;
    } else if (this.#host.hasAttribute('service-href')) return;
    this.opened = opened;
    this.situations = situations;
    this.#host.requestUpdate();
  };
}
