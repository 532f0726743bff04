import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { noFilters, type Filters } from './catalogue-filters.ts';
import { addressOf, prefixOf, readAddress } from './page-address.ts';

/** From the last key to the question. */
const QUESTION_DELAY = 120;
/** From the last key to the moment when typing counts as over and the result is read out. */
const QUIET_DELAY = 600;

/** What the browser keeps with a page, for the way back to it. */
interface Kept {
  pages: number;
  /** Where the address of the page does not hold them. */
  filters?: Filters;
}

/** The browser makes another object of it whenever somebody comes back. */
let written: unknown;

/** What one visitor does in one catalogue, and the page's address that says so. */
export class CatalogueVisit implements ReactiveController {
  filters: Filters = noFilters;
  /** What stands in the field; becomes a filter a moment later. */
  typed = '';
  /** Keys are being pressed: nothing is read out yet. */
  typing = false;
  /** The present question came by a key. */
  byKey = false;
  /** The answer to a key is being drawn: what cannot be seen waits. */
  hurried = false;
  /** Pages of the list that are on show. */
  pages = 1;
  /** Id of the service that is open in place of the list. */
  opened: string | undefined;
  /** Life events are open in place of the list. */
  situations = false;
  /** Where the page stood when either was opened. */
  scrolled = 0;
  /** The wait for the pause after the last key, another one for each key. */
  question?: ReturnType<typeof setTimeout>;
  /** A grid or rows, where that was chosen. */
  grid: boolean | undefined;

  #host: ReactiveControllerHost & Element;
  #inAddress: () => boolean;
  #quiet?: ReturnType<typeof setTimeout>;

  constructor(host: ReactiveControllerHost & Element, inAddress: () => boolean) {
    this.#host = host;
    this.#inAddress = inAddress;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#handlePopState);
    this.#read(true);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#handlePopState);
    this.#stopWaiting();
    this.typing = false;
  }

  /** @param atOnce The answer costs nothing: no key waits for the next one. */
  type(text: string, atOnce = false): void {
    this.typed = text;
    this.typing = this.byKey = true;
    this.#stopWaiting();
    if (atOnce) this.#ask({ ...this.filters, q: text });
    // Browsers limit how often a page writes its history.
    this.question = setTimeout(() => this.search('replaceState'), QUESTION_DELAY);
    this.#quiet = setTimeout(() => this.#fallQuiet(), QUIET_DELAY);
    this.#host.requestUpdate();
  }

  /** At once, without the pause that typing has. */
  submit(text: string): void {
    this.typed = text;
    this.#stopWaiting();
    this.#fallQuiet();
    this.search('pushState');
  }

  #stopWaiting(): void {
    clearTimeout(this.question);
    clearTimeout(this.#quiet);
  }

  showMore(): void {
    this.pages++;
    this.#write('replaceState');
    this.#host.requestUpdate();
  }

  /** A service in place of the list; or the life events, or neither. */
  open(id: string | undefined, situations = this.situations): void {
    this.#show(id, situations);
    this.#write('pushState');
    this.#host.requestUpdate();
  }

  #show(opened: string | undefined, situations: boolean): void {
    // Now, and not when it is drawn: rows that are measured meanwhile move the page.
    if (!this.opened && !this.situations) this.scrolled = scrollY;
    this.opened = opened;
    this.situations = situations;
  }

  /** Asks for what was typed, and keeps it with the page. */
  search(how: 'pushState' | 'replaceState'): void {
    if (this.typed.trim() === this.filters.q.trim()) this.#write('replaceState');
    else this.filter({ ...this.filters, q: this.typed }, how);
  }

  /** Another list, as its chips and boxes choose it. */
  filter(filters: Filters, how: 'pushState' | 'replaceState' = 'pushState'): void {
    this.byKey = this.hurried = false;
    this.#ask(filters);
    this.#write(how);
  }

  #ask(filters: Filters): void {
    this.filters = filters;
    this.pages = 1;
    this.#host.requestUpdate();
  }

  #fallQuiet(): void {
    this.typing = false;
    this.#host.requestUpdate();
  }

  #write(how: 'pushState' | 'replaceState'): void {
    const { filters, opened, pages, situations } = this;
    const inAddress = this.#inAddress();
    const { state: old } = history;
    // How far the list was unfolded is for the way back, not for others.
    const kept: Kept = { pages, ...(!inAddress && { filters }) };
    // A page that keeps something else than an object there keeps it.
    const state: unknown = typeof old === 'object' ? { ...old, [this.#keptAs]: kept } : old;
    try {
      if (inAddress)
        history[how](state, '', addressOf(this.#host, { filters, opened, situations }));
      else history.replaceState(state, '');
      written = history.state;
    } catch {
      // Written too often for this browser: the next time it is.
    }
  }

  /** Two without an id, and so without addresses of their own, are told apart by their order. */
  get #keptAs(): string {
    const all = [...document.querySelectorAll(this.#host.localName)];
    return `${prefixOf(this.#host)}visit-${all.indexOf(this.#host)}`;
  }

  #handlePopState = (): void => this.#read();

  /** @param isNew The page is, or this element on it: back from elsewhere, perhaps. */
  #read(isNew = false): void {
    const { filters, opened, situations } = readAddress(this.#host);
    const inAddress = this.#inAddress();
    const kept: Partial<Kept> = history.state?.[this.#keptAs] ?? {};
    // What was written since the page came up is another element's.
    const before = inAddress ? filters : isNew && history.state !== written && kept.filters;
    if (before) {
      this.filters = before;
      this.typed = before.q;
      this.pages = kept.pages ?? 1;
    }
    // The link of a title leads to an opened service on every page; filters only where asked for.
    if (inAddress || !this.#host.hasAttribute('service-href')) {
      this.#show(opened, situations);
    }
    this.#host.requestUpdate();
  }
}
